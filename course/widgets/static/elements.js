// Elements, and words as a language writes them. All words are set as text, never as HTML.

/** @import { Language } from "#types" */

/** @typedef {Node | string | false | null | undefined} Child */
/** @typedef {(event: any) => void} Heard  which event it is follows from the attribute's name */
/** @typedef {Record<string, string | number | boolean | null | undefined | Heard>} Attributes */

/**
 * An element: attributes, `on…` listeners and `class`; children that are nothing are left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {...(Child | Child[] | Child[][])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, String(value));
  }
  element.append(...children.flat(2).filter((child) => child != null && child !== false));
  return element;
}

/**
 * Words with their {places} filled.
 * @param {string} words
 * @param {Record<string, any>} values  anything that can be written; those that have no place are left
 * @returns {string}
 */
export function fill(words, values) {
  return words.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

/**
 * Paragraphs from text with empty lines between them.
 * @param {string} text
 * @param {Attributes} [attributes]
 */
export function paragraphs(text, attributes = {}) {
  return text.split(/\n\s*\n/).map((part) => h("p", attributes, part.trim()));
}

/** The language with its country, for numbers, days and times: English here is British. */
export function locale(/** @type {Language} */ language) {
  return { sv: "sv-SE", en: "en-GB" }[language];
}

/** A number as the language writes it. */
export function written(/** @type {number} */ number, /** @type {Language} */ language) {
  return new Intl.NumberFormat(locale(language), { maximumFractionDigits: 2 }).format(number);
}
