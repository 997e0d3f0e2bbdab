// Bootstrap 3 to 5: what each release calls a form, a list to choose from, a box to tick, a frame, a button.
import 'bootstrap/dist/css/bootstrap.css'
import { createElement as h } from 'react'

const NAMES = {
  3: { form: 'col-xs-4', list: 'col-xs-8', group: 'form-group', label: 'control-label', select: 'form-control', frame: 'panel panel-default', body: 'panel-body', plain: 'btn btn-default btn-sm' },
  4: { form: 'col-4', list: 'col-8', group: 'form-group', label: '', select: 'custom-select', frame: 'card', body: 'card-body', plain: 'btn btn-secondary btn-sm' },
  5: { form: 'col-4', list: 'col-8', group: 'mb-3', label: 'form-label', select: 'form-select', frame: 'card', body: 'card-body', plain: 'btn btn-secondary btn-sm' },
}[RELEASE]

function Page({ title, children }) {
  return h('div', { className: 'container', style: { paddingTop: 16 } }, h('h2', {}, title), h('div', { className: 'row' }, children))
}

function Form({ children }) {
  return h('div', { className: NAMES.form }, h('div', { className: NAMES.frame }, h('div', { className: NAMES.body }, children)))
}

function List({ children }) {
  return h('div', { className: NAMES.list }, children)
}

function Group({ id, label, children }) {
  return h('div', { className: NAMES.group }, h('label', { className: NAMES.label, htmlFor: id }, label), children)
}

function Field({ id, label, value, change }) {
  return h(Group, { id, label }, h('input', { id, className: 'form-control', value, autoComplete: 'off', spellCheck: false, onChange: event => change(event.target.value) }))
}

function Choice({ id, label, value, change, values }) {
  return h(Group, { id, label }, h('select', { id, className: NAMES.select, value, onChange: event => change(event.target.value) },
    h('option', { value: '' }, 'Please choose'), values.map(one => h('option', { key: one }, one))))
}

function Tick({ id, label, value, change }) {
  const box = { id, type: 'checkbox', checked: value, onChange: event => change(event.target.checked) }
  if (RELEASE === 3) return h('div', { className: 'checkbox' }, h('label', {}, h('input', box), label))
  const [frame, input, text] = RELEASE === 4 ? ['custom-control custom-checkbox', 'custom-control-input', 'custom-control-label'] : ['form-check', 'form-check-input', 'form-check-label']
  return h('div', { className: `mb-3 ${frame}` }, h('input', { ...box, className: input }), h('label', { className: text, htmlFor: id }, label))
}

function Button({ main, act, children }) {
  return h('button', { type: 'button', className: main ? 'btn btn-primary' : NAMES.plain, onClick: act }, children)
}

function Notice({ children }) {
  return h('div', { className: 'alert alert-success', role: 'alert', style: { marginBottom: 12 } }, children)
}

function Table({ columns, rows }) {
  return h('table', { className: 'table' },
    h('thead', {}, h('tr', {}, columns.map(one => h('th', { key: one }, one)))),
    h('tbody', {}, rows.map((cells, at) => h('tr', { key: at }, cells.map((cell, of) => h('td', { key: of }, cell))))))
}

export const kit = { Page, Form, List, Field, Choice, Tick, Button, Notice, Table }
