// Installs the real Synapse and Sydent into a virtual environment of their own, once for each set of pins.
// Ends with 3 where Python or PyPI is missing, which is no fault of ours, and with 1 where anything else fails.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const MISSING = 3

const folder = new URL('../../.cache/homeserver/', import.meta.url)
const venv = fileURLToPath(new URL('venv', folder))
const python = fileURLToPath(
  new URL(process.platform === 'win32' ? 'venv/Scripts/python.exe' : 'venv/bin/python', folder),
)
const requirements = fileURLToPath(new URL('requirements.txt', import.meta.url))
/** Written when all is there, so that an installation that was cut off is not taken for whole. */
const stamp = new URL('venv/pins.txt', folder)
const pins = readFileSync(requirements, 'utf8')

if (!isInstalled()) install()

function isInstalled() {
  // The interpreter is a link to the system's, which may be gone or newer than it was.
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === pins && run(python, ['-c', 'import synapse']).ok
}

function install() {
  const version = run('python3', ['-c', 'import sys; print(*sys.version_info[:2])'])
  if (!version.ok) leave(MISSING, 'python3 is missing: install Python 3.10 or newer.')
  const [major, minor] = version.out.trim().split(' ').map(Number)
  if (major < 3 || (major === 3 && minor < 10)) {
    leave(MISSING, `python3 is Python ${major}.${minor}: install 3.10 or newer.`)
  }

  console.log('Installing Synapse and Sydent from PyPI, which takes a minute or two.')
  mkdirSync(folder, { recursive: true })
  rmSync(venv, { recursive: true, force: true })
  const made = run('python3', ['-m', 'venv', venv])
  if (!made.ok) {
    leave(
      MISSING,
      'python3 cannot make a virtual environment: install its venv (python3-venv on Debian).',
      made,
    )
  }

  const pip = ['-m', 'pip', '--disable-pip-version-check', '--no-input']
  const installed = run(python, [...pip, 'install', '--no-deps', '--requirement', requirements])
  if (!installed.ok) {
    // A small package, never from the cache: whether the fault lies with PyPI or with what we asked of it.
    const probe = ['download', '--no-deps', '--no-cache-dir', '--dest', venv, 'unpaddedbase64==2.1.0']
    if (!run(python, [...pip, ...probe]).ok) leave(MISSING, 'PyPI cannot be reached.', installed)
    leave(1, 'Synapse and Sydent could not be installed from PyPI.', installed)
  }
  writeFileSync(stamp, pins)
}

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  return { ok: status === 0, out: stdout ?? '', error: stderr ?? '' }
}

function leave(code, reason, { out, error } = { out: '', error: '' }) {
  const tail = `${out}\n${error}`.trim().split('\n').slice(-20).join('\n')
  console.error(tail === '' ? reason : `${tail}\n\n${reason}`)
  process.exit(code)
}
