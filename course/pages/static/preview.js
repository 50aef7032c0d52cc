// A page that shows a file which is being edited: loaded anew when the file has been saved.

const PAUSE = 200; // ms between two looks at the file

/** @import { Off, Page } from "#types" */

/** @returns {Off} */
export function watchFile(/** @type {Pick<Page, "preview">} */ { preview }) {
  const changed = async () => {
    const answer = await fetch("../changed");
    return answer.ok ? (await answer.json()).changed : null;
  };
  const timer = setInterval(async () => {
    const now = await changed();
    if (now !== null && now !== preview?.changed) location.reload();
  }, PAUSE);
  return () => clearInterval(timer);
}
