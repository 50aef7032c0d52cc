import { h, mount, paragraphs, picture, radios, said, table } from "./card.js";

// Predict, then run: the model stays closed until a guess is made. While a slider is dragged one
// question at a time is under way, and the latest setting is asked for when its answer has come.

const NARROW = 544; // px, as in card.css, below which some figures give way to their table

function explore({ task, words, uid, changed, ask }) {
  const node = h("div", {}, radios({ name: uid, options: task.options, changed }));
  const setting = Object.fromEntries(task.controls.map(({ id }) => [id, 0]));
  let underWay = false;
  let wanted = null;

  const sliders = task.controls.map(({ id, text, stops }) => {
    const output = h("output", { for: `${uid}-${id}` });
    const input = h("input", {
      id: `${uid}-${id}`, type: "range", min: "0", max: String(stops.length - 1), step: "1",
      oninput: () => { setting[id] = Number(input.value); name(); look(); },
    });
    const name = () => {
      output.textContent = stops[setting[id]];
      input.setAttribute("aria-valuetext", stops[setting[id]]);
    };
    const set = (stop) => { setting[id] = stop; input.value = String(stop); name(); };
    const control = h("div", { class: "control" },
      h("label", { for: `${uid}-${id}` }, text), output, input);
    return { id, control, set };
  });
  const shown = h("div", { class: "shown" });
  const reading = h("p", { class: "reading", role: "status" });
  const figures = h("div");
  const after = h("div", { class: "model", hidden: true },
    sliders.map(({ control }) => control), shown, reading, figures,
    h("details", {}, h("summary", {}, words["leaves-out"]), paragraphs(task.leaves_out)));

  function look() {
    wanted = { ...setting };
    if (underWay) return;
    underWay = true;
    ask(wanted);
    wanted = null;
  }

  return {
    node,
    after,
    answer: () => node.querySelector("input:checked")?.value ?? "",
    show: (answer) => {
      for (const input of node.querySelectorAll("input")) input.checked = input.value === answer;
    },
    judged: ({ said: pieces }) => {
      after.hidden = false;
      return pieces.map(said);
    },
    failed: () => { underWay = false; },
    scene: (scene) => {
      underWay = false;
      if (wanted) return look();
      for (const { id, set } of sliders) set(scene.setting[id]);
      shown.replaceChildren(picture(scene, words));
      reading.textContent = scene.reading;
      const open = figures.querySelector("details")?.open
        ?? (scene.narrow === "table" && node.clientWidth < NARROW);
      figures.replaceChildren(table(scene.table, words, open));
      after.dataset.setting = JSON.stringify(scene.setting);
      return undefined;
    },
  };
}

export default { render: ({ model, el }) => mount(model, el, explore) };
