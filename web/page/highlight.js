/** The colours of code: nodes whose classes name the parts of a program. */
import javascript from 'highlight.js/lib/languages/javascript';
import python from 'highlight.js/lib/languages/python';
import xml from 'highlight.js/lib/languages/xml';
import { createLowlight } from 'lowlight';
import { create } from '../element/dom.js';

/** @typedef {'javascript' | 'python' | 'xml'} Language */
/** @typedef {ReturnType<ReturnType<typeof createLowlight>['highlight']>['children']} Parts */

const { highlight: partsOf } = createLowlight({ javascript, python, xml });
/** The parts that have colours, and the class of each. @type {Record<string, string>} */
const classes = {
  keyword: 'keyword',
  literal: 'number',
  number: 'number',
  string: 'string',
  comment: 'comment',
  built_in: 'name',
  title: 'name',
  name: 'name',
  attr: 'attribute',
};

/** @param {Parts} parts @returns {(Node | string)[]} */
const nodesOf = (parts) =>
  parts.flatMap((part) => {
    if (part.type === 'text') return part.value;
    if (part.type !== 'element') return [];
    const nodes = nodesOf(part.children);
    const [name] = /** @type {string[]} */ (part.properties.className);
    return classes[name] ? create('i', { class: classes[name] }, ...nodes) : nodes;
  });

/** @param {string} code @param {Language} language */
export const highlight = (code, language) => nodesOf(partsOf(language, code, { prefix: '' }).children);
