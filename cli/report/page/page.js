// Sorts the tables of a report and saves them as CSV; the page is whole without it.

// On paper every part is open; a link to what is folded away opens it.
const parts = [...document.querySelectorAll("details.part, details.slot")];
addEventListener("beforeprint", () => {
  for (const part of parts) {
    part.dataset.wasOpen = part.open;
    part.open = true;
  }
});
addEventListener("afterprint", () => {
  for (const part of parts) part.open = part.dataset.wasOpen === "true";
});

const said = document.getElementById("said");

for (const table of document.querySelectorAll("table[data-name]")) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => sort(table, heads, column));
  });
  const save = document.createElement("button");
  save.type = "button";
  save.className = "save";
  save.textContent = "Save this table as CSV";
  save.addEventListener("click", () => saveCsv(table));
  table.parentElement.after(save);
}

function sort(table, heads, column) {
  const isAscending = heads[column].getAttribute("aria-sort") !== "ascending";
  for (const head of heads) head.removeAttribute("aria-sort");
  heads[column].setAttribute("aria-sort", isAscending ? "ascending" : "descending");
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row, place) => ({ row, place, value: sortValue(row.cells[column]) }));
  const sign = isAscending ? 1 : -1;
  rows.sort((a, b) => order(a.value, b.value, sign) || a.place - b.place);
  body.append(...rows.map(({ row }) => row));
  said.textContent = `Sorted by ${heads[column].textContent}, ${isAscending ? "ascending" : "descending"}.`;
}

// What is not there comes last, whichever way round.
function order(a, b, sign) {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  if (typeof a === "number" && typeof b === "number") return sign * (a - b);
  return sign * String(a).localeCompare(String(b), "en", { numeric: true });
}

function sortValue(cell) {
  const text = cell.dataset.value ?? cell.textContent;
  if (text === "-") return null;
  return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}

function saveCsv(table) {
  const lines = [...table.rows].map((row) => [...row.cells].map(csvField).join(","));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`${lines.join("\r\n")}\r\n`], { type: "text/csv" }));
  link.download = `${table.dataset.name}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  said.textContent = `Saved ${link.download}.`;
}

// As in the files of a results folder: text that a spreadsheet would run gets an apostrophe, numbers stay.
function csvField(cell) {
  const text = cell.textContent === "-" ? "" : cell.textContent;
  const isNumber = cell.dataset.value !== undefined || Number.isFinite(Number(text));
  const value = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
