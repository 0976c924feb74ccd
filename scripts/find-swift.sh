# Sourced by the other scripts: puts the Swift toolchain first in PATH, or says how to get it and ends the script.

# OpenStack's client is called `swift` too, so only a folder that also holds the compiler counts.
find_swift() {
  local folders folder
  IFS=: read -ra folders <<<"$PATH"
  for folder in "${folders[@]}" /opt/swift/usr/bin "${SWIFTLY_BIN_DIR:-${HOME:-}/.local/share/swiftly/bin}"; do
    if [[ -n "$folder" && -x "$folder/swift" && -x "$folder/swiftc" ]]; then
      export PATH="$folder:$PATH"
      return
    fi
  done

  local version
  version=$(sed -n '1s|^// *swift-tools-version: *||p' Package.swift)
  cat >&2 <<EOF
Aula needs Swift ${version:-6} or newer, and no Swift was found.
  Looked in:   the folders of PATH, /opt/swift/usr/bin, ~/.local/share/swiftly/bin
  To get it:   follow https://www.swift.org/install/linux/ and run this command again.
  If you have it elsewhere: export PATH="/folder/of/swift/usr/bin:\$PATH"
EOF
  exit 1
}

find_swift
