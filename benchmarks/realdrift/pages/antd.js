// Ant Design 3 to 6.
import { Alert, Button as AntButton, Card, Checkbox, Col, Form, Input, Row, Select, Table as AntTable } from 'antd'
import { createElement as h } from 'react'

function Page({ title, children }) {
  return h('div', { style: { width: 1200, margin: '16px auto' } }, h('h2', {}, title), h(Row, { gutter: 24 }, children))
}

function Fields({ children }) {
  return h(Col, { span: 8 }, h(Card, {}, h(Form, { layout: 'vertical' }, children)))
}

function List({ children }) {
  return h(Col, { span: 16 }, children)
}

function Group({ id, label, children }) {
  return h(Form.Item, { label, htmlFor: id, style: { marginBottom: 12 } }, children)
}

function Field({ id, label, value, change }) {
  return h(Group, { id, label }, h(Input, { id, value, autoComplete: 'off', spellCheck: false, onChange: event => change(event.target.value) }))
}

function Choice({ id, label, value, change, values }) {
  const told = { id, value: value || undefined, placeholder: 'Please choose', onChange: change }
  if (RELEASE === 3) return h(Group, { id, label }, h(Select, told, values.map(one => h(Select.Option, { key: one, value: one }, one))))
  return h(Group, { id, label }, h(Select, { ...told, options: values.map(one => ({ value: one, label: one })) }))
}

function Tick({ id, label, value, change }) {
  return h(Form.Item, { style: { marginBottom: 12 } }, h(Checkbox, { id, checked: value, onChange: event => change(event.target.checked) }, label))
}

function Button({ main, act, children }) {
  return h(AntButton, { type: main ? 'primary' : 'default', size: main ? 'middle' : 'small', onClick: act }, children)
}

function Notice({ children }) {
  return h(Alert, { type: 'success', showIcon: true, style: { marginBottom: 12 }, [RELEASE === 6 ? 'title' : 'message']: children })
}

function Table({ columns, rows }) {
  return h(AntTable, {
    size: 'middle', pagination: false, columns: columns.map((title, at) => ({ title, dataIndex: String(at), key: String(at) })),
    dataSource: rows.map((cells, at) => ({ key: at, ...cells })),
  })
}

export const kit = { Page, Form: Fields, List, Field, Choice, Tick, Button, Notice, Table }
