-- What a student sees of essay.hnotes in Neovim, written to $RESULT as JSON. Runs with the documented configuration as init.lua.
local buf = vim.api.nvim_get_current_buf()
local result = { filetype = vim.bo[buf].filetype, version = tostring(vim.version().major) .. '.' .. tostring(vim.version().minor) }

local function finish()
  local file = io.open(vim.env.RESULT, 'w')
  file:write(vim.json and vim.json.encode(result) or vim.fn.json_encode(result))
  file:close()
  vim.cmd('qall!')
end

local function wait(what, found)
  if vim.wait(60000, found, 50) then return true end
  result.failed = what
  finish()
  return false
end

local function findings()
  local all = {}
  for _, each in ipairs(vim.diagnostic.get(buf)) do
    local line = vim.api.nvim_buf_get_lines(buf, each.lnum, each.lnum + 1, false)[1]
    table.insert(all, { code = each.code, message = each.message, text = string.sub(line, each.col + 1, each.end_col) })
  end
  return all
end

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(buf, method, params, 30000) or {}
  for _, answer in pairs(answers) do
    if answer.error then return { error = answer.error } end
    return answer.result
  end
end

local function client()
  return (vim.lsp.get_clients or vim.lsp.get_active_clients)({ bufnr = buf })[1] or (vim.lsp.buf_get_clients and vim.lsp.buf_get_clients(buf)[1])
end

local function at(line, column)
  vim.api.nvim_win_set_cursor(0, { line, column })
  local c = client()
  return vim.lsp.util.make_position_params(0, c and c.offset_encoding)
end

if not wait('findings', function() return #vim.diagnostic.get(buf) >= 2 end) then return end
result.findings = findings()
local c = client()
result.encoding = c and c.offset_encoding

local hover = ask('textDocument/hover', at(7, 14))
result.hover = hover and hover.contents and hover.contents.value
local completion = ask('textDocument/completion', at(9, #vim.fn.getline(9)))
result.completion = {}
for _, item in ipairs((completion and (completion.items or completion)) or {}) do table.insert(result.completion, item.label) end

-- The first repair of the wrong date, applied as the editor applies it.
local position = at(7, 3)
local diagnostics = {}
for _, each in ipairs(vim.diagnostic.get(buf)) do
  if each.code == 'event-date' then
    local lsp = each.user_data and each.user_data.lsp
    table.insert(diagnostics, {
      range = { start = { line = each.lnum, character = each.col }, ['end'] = { line = each.end_lnum, character = each.end_col } },
      message = each.message, code = each.code, source = each.source, data = lsp and lsp.data,
    })
  end
end
local actions = ask('textDocument/codeAction', {
  textDocument = position.textDocument,
  range = { start = position.position, ['end'] = position.position },
  context = { diagnostics = diagnostics },
})
result.actions = {}
for _, action in ipairs(actions or {}) do table.insert(result.actions, action.title) end
if actions and actions[1] and actions[1].edit then
  vim.lsp.util.apply_workspace_edit(actions[1].edit, result.encoding or 'utf-16')
end
result.repaired = vim.fn.getline(7)
if not wait('the repaired date to be clean', function()
  for _, each in ipairs(vim.diagnostic.get(buf)) do if each.code == 'event-date' then return false end end
  return true
end) then return end
result.after = findings()
finish()
