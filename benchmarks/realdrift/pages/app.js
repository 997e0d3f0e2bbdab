// The register: one application, drawn with the components of a kit.
import { createElement as h, useEffect, useState } from 'react'

const EMPTY = { name: '', city: '', country: '', newsletter: false }
export const COUNTRIES = ['Austria', 'Belgium', 'Denmark', 'Germany']
const COLUMNS = ['Name', 'City', 'Country', 'Newsletter', 'Status']

async function told(deed) {
  const answer = await fetch('/register', deed && { method: 'POST', body: JSON.stringify(deed) })
  return answer.json()
}

export function Register({ kit }) {
  const [form, setForm] = useState(EMPTY)
  const [state, setState] = useState({ rows: [], notice: '' })
  const act = async deed => setState(await told(deed))
  useEffect(() => { act() }, [])
  const set = key => value => setForm(was => ({ ...was, [key]: value }))
  const { Page, Form, List, Field, Choice, Tick, Button, Notice, Table } = kit
  return h(Page, { title: 'Customer register' },
    h(Form, {},
      h(Field, { id: 'name', label: 'Full name', value: form.name, change: set('name') }),
      h(Field, { id: 'city', label: 'City', value: form.city, change: set('city') }),
      h(Tick, { id: 'newsletter', label: 'Newsletter', value: form.newsletter, change: set('newsletter') }),
      h(Choice, { id: 'country', label: 'Country', value: form.country, change: set('country'), values: COUNTRIES }),
      h(Button, { main: true, act: () => act({ deed: 'save', ...form }) }, 'Save customer')),
    h(List, {},
      state.notice && h(Notice, {}, state.notice),
      h(Table, {
        columns: [...COLUMNS, ''],
        rows: state.rows.map(({ cells, approved }) => [...cells, approved ? '' : h(Button, { act: () => act({ deed: 'approve', name: cells[0] }) }, 'Approve')]),
      })))
}
