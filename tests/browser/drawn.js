// What a drawing on the page shows: its marks, lines and words, in pixels, colours as they are seen.

/** Draw pictures, one below another, and tell what each of them shows. */
async function drawn({ address, pictures, isWide }) {
  const { draw } = await import(address);
  return pictures.map((picture) => {
    const svg = draw(picture, isWide);
    svg.style.width = "720px";
    document.body.replaceChildren(svg);
    return shownIn(svg);
  });
}

function shownIn(svg) {
  const pixels = (element, x, y) => {
    const { a, d, e, f } = element.getScreenCTM(); // nothing is turned that is asked for
    return [a * x + e, d * y + f];
  };
  const looks = (element) => {
    const { fill, stroke } = getComputedStyle(element);
    return { fill, stroke, kind: element.getAttribute("class") ?? "",
      data: { ...element.closest("g")?.dataset, ...element.dataset } };
  };
  const middle = (element) => {
    const { left, width, top, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };
  const paths = [...svg.querySelectorAll("path")];
  const [{ x, y, width, height }] = [svg.getBoundingClientRect()];
  return {
    name: svg.querySelector("title").textContent,
    description: svg.querySelector("desc").textContent,
    labelled: svg.getAttribute("aria-labelledby").split(" ")
      .map((id) => document.getElementById(id)?.textContent),
    role: svg.getAttribute("role"),
    frame: [x, y, x + width, y + height],
    marks: paths.filter((path) => path.hasAttribute("transform")).map((path) => ({
      ...looks(path), at: pixels(path, 0, 0), across: path.getBBox().width * path.getScreenCTM().a,
    })),
    lines: paths.filter((path) => !path.hasAttribute("transform")).map((path) => ({
      ...looks(path), middle: middle(path),
      pieces: path.getAttribute("d").split("M").slice(1).filter((piece) => !/[HV]/.test(piece))
        .map((piece) => piece.split("L").map((at) => pixels(path, ...at.split(" ").map(Number)))),
    })),
    boxes: [...svg.querySelectorAll("rect")].map((box) => ({
      ...looks(box), at: middle(box), across: box.getBoundingClientRect().width,
      corner: [box.getBoundingClientRect().left, box.getBoundingClientRect().top],
    })),
    words: [...svg.querySelectorAll("text")].map((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      const spans = [...text.querySelectorAll("tspan")];
      return { ...looks(text), at: middle(text), box: [left, top, right, bottom],
        size: parseFloat(getComputedStyle(text).fontSize),
        text: spans.length ? spans.map((span) => span.textContent).join(" ") : text.textContent };
    }),
  };
}
