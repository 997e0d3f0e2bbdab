// Pico 1 and 2: plain elements, which its sheet styles.
import '@picocss/pico/css/pico.css'
import { createElement as h } from 'react'

document.documentElement.style.fontSize = '16px'  // whatever the window's width

function Page({ title, children }) {
  return h('main', { className: 'container', style: { padding: '8px 0', maxWidth: 1200 } }, h('h3', { style: { marginBottom: 8 } }, title), h('div', { className: 'grid', style: { gridTemplateColumns: '1fr 2fr' } }, children))
}

function Form({ children }) {
  return h('form', { onSubmit: event => event.preventDefault() }, children)
}

function List({ children }) {
  return h('div', {}, children)
}

function Field({ id, label, value, change }) {
  return h('label', { htmlFor: id }, label, h('input', { id, type: 'text', value, autoComplete: 'off', spellCheck: false, onChange: event => change(event.target.value) }))
}

function Choice({ id, label, value, change, values }) {
  return h('label', { htmlFor: id }, label, h('select', { id, value, onChange: event => change(event.target.value) },
    h('option', { value: '' }, 'Please choose'), values.map(one => h('option', { key: one }, one))))
}

function Tick({ id, label, value, change }) {
  return h('label', { htmlFor: id, style: { marginBottom: 12 } }, h('input', { id, type: 'checkbox', checked: value, onChange: event => change(event.target.checked) }), label)
}

function Button({ main, act, children }) {
  return h('button', { type: 'button', className: main ? '' : 'secondary', onClick: act, style: { width: 'auto', margin: 0, padding: main ? '8px 16px' : '2px 12px' } }, children)
}

function Notice({ children }) {
  return h('ins', { style: { display: 'block', marginBottom: 12 } }, children)
}

function Table({ columns, rows }) {
  return h('table', {},
    h('thead', {}, h('tr', {}, columns.map(one => h('th', { key: one }, one)))),
    h('tbody', {}, rows.map((cells, at) => h('tr', { key: at }, cells.map((cell, of) => h('td', { key: of }, cell))))))
}

export const kit = { Page, Form, List, Field, Choice, Tick, Button, Notice, Table }
