// DOM: elements made with the words of React, so that one page can be drawn by both.
const NAMES = { className: 'class', htmlFor: 'for', defaultValue: 'value', readOnly: 'readonly', tabIndex: 'tabindex' }
const SVG = new Set(['svg', 'path', 'circle', 'rect'])

export function h(type, properties, ...children) {
  const made = SVG.has(type)
    ? document.createElementNS('http://www.w3.org/2000/svg', type) : document.createElement(type)
  for (const [name, value] of Object.entries(properties || {})) set(made, name, value)
  add(made, children)
  if (properties?.defaultValue !== undefined && 'value' in made) made.value = properties.defaultValue
  return made
}

function set(made, name, value) {
  if (value === undefined || value === null || value === false) return
  if (name === 'style') Object.assign(made.style, value)
  else if (name === 'defaultChecked') made.checked = value
  else if (name === 'indeterminate') made.indeterminate = value
  else if (name === 'html') made.innerHTML = value
  else if (name !== 'key') made.setAttribute(NAMES[name] || name, value === true ? '' : value)
}

function add(made, children) {
  for (const child of children.flat(9)) if (child !== null && child !== undefined && child !== false) made.append(child)
}
