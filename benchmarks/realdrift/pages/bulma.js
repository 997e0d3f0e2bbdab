// Bulma 0 and 1.
import 'bulma/css/bulma.css'
import { createElement as h } from 'react'

function Page({ title, children }) {
  return h('div', { className: 'container', style: { padding: 16 } }, h('h1', { className: 'title is-4' }, title), h('div', { className: 'columns' }, children))
}

function Form({ children }) {
  return h('div', { className: 'column is-one-third' }, h('div', { className: 'box' }, children))
}

function List({ children }) {
  return h('div', { className: 'column' }, children)
}

function Group({ id, label, children }) {
  return h('div', { className: 'field' }, h('label', { className: 'label', htmlFor: id }, label), h('div', { className: 'control' }, children))
}

function Field({ id, label, value, change }) {
  return h(Group, { id, label }, h('input', { id, className: 'input', type: 'text', value, autoComplete: 'off', spellCheck: false, onChange: event => change(event.target.value) }))
}

function Choice({ id, label, value, change, values }) {
  return h(Group, { id, label }, h('div', { className: 'select is-fullwidth' }, h('select', { id, value, onChange: event => change(event.target.value) },
    h('option', { value: '' }, 'Please choose'), values.map(one => h('option', { key: one }, one)))))
}

function Tick({ id, label, value, change }) {
  return h('div', { className: 'field' }, h('label', { className: 'checkbox' }, h('input', { id, type: 'checkbox', checked: value, onChange: event => change(event.target.checked) }), ' ', label))
}

function Button({ main, act, children }) {
  return h('button', { type: 'button', className: main ? 'button is-primary' : 'button is-small', onClick: act }, children)
}

function Notice({ children }) {
  return h('div', { className: 'notification is-success is-light' }, children)
}

function Table({ columns, rows }) {
  return h('table', { className: 'table is-fullwidth' },
    h('thead', {}, h('tr', {}, columns.map(one => h('th', { key: one }, one)))),
    h('tbody', {}, rows.map((cells, at) => h('tr', { key: at }, cells.map((cell, of) => h('td', { key: of }, cell))))))
}

export const kit = { Page, Form, List, Field, Choice, Tick, Button, Notice, Table }
