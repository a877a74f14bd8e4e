// Sorting and filtering of tables. Every page is complete without it.
'use strict';

function valueOf(row, column, numeric) {
  const cell = row.cells[column];
  return numeric ? Number(cell.dataset.value ?? cell.textContent) : cell.textContent.trim();
}

function compare(numeric) {
  return numeric ? (a, b) => a - b : (a, b) => a.localeCompare(b, undefined, { numeric: true });
}

function sort(table, column, numeric, descending) {
  const body = table.tBodies[0];
  const by = compare(numeric);
  const sign = descending ? -1 : 1;
  Array.from(body.rows)
    .map(row => ({ row, value: valueOf(row, column, numeric) }))
    .sort((a, b) => sign * by(a.value, b.value))
    .forEach(({ row }) => body.append(row));
}

function makeSortable(table) {
  const heads = Array.from(table.tHead.rows[0].cells);
  heads.forEach((head, column) => {
    const numeric = head.dataset.sort === 'number';
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    button.addEventListener('click', () => {
      const descending = head.hasAttribute('aria-sort')
        ? head.getAttribute('aria-sort') === 'ascending'
        : numeric;
      heads.forEach(other => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      sort(table, column, numeric, descending);
    });
    head.replaceChildren(button);
  });
}

function makeFilterable(table) {
  const box = document.createElement('p');
  const label = document.createElement('label');
  const input = document.createElement('input');
  const found = document.createElement('output');
  box.className = 'filter';
  input.type = 'search';
  label.append(table.dataset.filterLabel, ' ', input);
  box.append(label, found);
  input.addEventListener('input', () => {
    const wanted = input.value.trim().toLowerCase();
    const rows = Array.from(table.tBodies[0].rows);
    rows.forEach(row => { row.hidden = !row.textContent.toLowerCase().includes(wanted); });
    found.textContent = wanted ? `${rows.filter(row => !row.hidden).length} of ${rows.length}` : '';
  });
  table.parentElement.before(box);
}

document.querySelectorAll('table.sortable').forEach(makeSortable);
document.querySelectorAll('table.filterable').forEach(makeFilterable);
