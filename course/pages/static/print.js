// The button of a page that is meant for paper.

document.getElementById("print")?.addEventListener("click", () => window.print());
if (document.querySelector("[data-print]")) window.print();
