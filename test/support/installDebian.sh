#!/usr/bin/env bash
# Installs these packages of Debian's, or of a system that has them from there. Ends with 3 and says why where it
# may not or cannot, which is no fault of ours.
set -euo pipefail

leave() {
  echo "$1 Install them yourself: ${missing[*]}" >&2
  exit 3
}

missing=()
for package in "$@"; do
  state=$(dpkg-query --show --showformat '${db:Status-Abbrev}' "$package" 2>/dev/null) || state=
  [[ $state == ii* ]] || missing+=("$package")
done
((${#missing[@]} > 0)) || exit 0

command -v apt-get >/dev/null || leave 'Packages of Debian are missing, and apt-get is not here.'
((EUID == 0)) || leave 'Packages of Debian are missing, and only root may install them.'

export DEBIAN_FRONTEND=noninteractive
options=(--quiet --yes --no-install-recommends -o DPkg::Lock::Timeout=300)
apt-get update --quiet </dev/null || leave 'apt-get cannot reach its packages.'
apt-get install "${options[@]}" "${missing[@]}" </dev/null || leave 'apt-get cannot install some packages.'
