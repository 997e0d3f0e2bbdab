// Mantine 4 to 9.
import { Alert, Button as MantineButton, Checkbox, Container, Grid, MantineProvider, Paper, Select, Table as MantineTable, TextInput, Title } from '@mantine/core'
import { createElement as h } from 'react'

const NEW = RELEASE > 6
const space = NEW ? { mb: 'sm' } : { style: { marginBottom: 12 } }
const [Head, Body, Row, Top, Cell] = NEW
  ? [MantineTable.Thead, MantineTable.Tbody, MantineTable.Tr, MantineTable.Th, MantineTable.Td]
  : ['thead', 'tbody', 'tr', 'th', 'td']

function Page({ title, children }) {
  const styles = NEW ? {} : { withGlobalStyles: true, withNormalizeCSS: true }
  return h(MantineProvider, styles, h(Container, { size: 'lg', style: { paddingTop: 12 } }, h(Title, { order: 3 }, title), h(Grid, space, children)))
}

function Form({ children }) {
  return h(Grid.Col, { span: 4 }, h(Paper, { withBorder: true, p: 'md' }, children))
}

function List({ children }) {
  return h(Grid.Col, { span: 8 }, children)
}

function Field({ id, label, value, change }) {
  return h(TextInput, { ...space, id, label, value, autoComplete: 'off', spellCheck: false, onChange: event => change(event.currentTarget.value) })
}

function Choice({ id, label, value, change, values }) {
  return h(Select, { ...space, id, label, value: value || null, placeholder: 'Please choose', data: values, onChange: change })
}

function Tick({ id, label, value, change }) {
  return h(Checkbox, { ...space, id, label, checked: value, onChange: event => change(event.currentTarget.checked) })
}

function Button({ main, act, children }) {
  return h(MantineButton, { variant: main ? 'filled' : 'default', size: main ? 'sm' : 'xs', onClick: act }, children)
}

function Notice({ children }) {
  return h(Alert, { color: 'green', ...space }, children)
}

function Table({ columns, rows }) {
  return h(MantineTable, {},
    h(Head, {}, h(Row, {}, columns.map(one => h(Top, { key: one, style: { textAlign: 'left' } }, one)))),
    h(Body, {}, rows.map((cells, at) => h(Row, { key: at }, cells.map((cell, of) => h(Cell, { key: of }, cell))))))
}

export const kit = { Page, Form, List, Field, Choice, Tick, Button, Notice, Table }
