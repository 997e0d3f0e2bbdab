// MUI 5 to 9, and 4, when it was called Material-UI (the bundler knows the other name of the package).
import * as mui from '@mui/material'
import { createElement as h } from 'react'

const { Checkbox, Container, CssBaseline, FormControlLabel, Grid, MenuItem, Paper, TextField, Typography } = mui
const LOOK = { fullWidth: true, variant: 'outlined', size: 'small', margin: 'dense' }
const wide = width => (RELEASE < 7 ? { item: true, xs: width } : { size: width })

function Page({ title, children }) {
  return h(Container, { maxWidth: 'lg', style: { paddingTop: 12 } }, h(CssBaseline), h(Typography, { variant: 'h5', gutterBottom: true }, title), h(Grid, { container: true, spacing: 3 }, children))
}

function Form({ children }) {
  return h(Grid, wide(4), h(Paper, { style: { padding: 16 } }, children))
}

function List({ children }) {
  return h(Grid, wide(8), children)
}

function Field({ id, label, value, change }) {
  const plain = { autoComplete: 'off', spellCheck: false }
  const told = RELEASE < 6 ? { inputProps: plain } : { slotProps: { htmlInput: plain } }
  return h(TextField, { ...LOOK, id, label, value, ...told, onChange: event => change(event.target.value) })
}

function Choice({ id, label, value, change, values }) {
  return h(TextField, { ...LOOK, id, label, value, select: true, onChange: event => change(event.target.value) },
    values.map(one => h(MenuItem, { key: one, value: one }, one)))
}

function Tick({ id, label, value, change }) {
  return h('div', {}, h(FormControlLabel, { label, control: h(Checkbox, { id, color: 'primary', checked: value, onChange: event => change(event.target.checked) }) }))
}

function Button({ main, act, children }) {
  return h(mui.Button, { variant: main ? 'contained' : 'outlined', color: 'primary', size: main ? 'medium' : 'small', onClick: act }, children)
}

function Notice({ children }) {
  const style = { marginBottom: 12 }
  return RELEASE === 4 ? h(mui.SnackbarContent, { message: children, style }) : h(mui.Alert, { severity: 'success', style }, children)
}

function Table({ columns, rows }) {
  const { TableBody, TableCell, TableHead, TableRow } = mui
  return h(mui.Table, { size: 'small' },
    h(TableHead, {}, h(TableRow, {}, columns.map(one => h(TableCell, { key: one }, one)))),
    h(TableBody, {}, rows.map((cells, at) => h(TableRow, { key: at }, cells.map((cell, of) => h(TableCell, { key: of }, cell))))))
}

export const kit = { Page, Form, List, Field, Choice, Tick, Button, Notice, Table }
