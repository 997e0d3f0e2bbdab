# sh at_home.sh HOME PROGRAM [ARGUMENT...]: starts a program in a home of its own, which it is started in as well.
# No setting of the user's, no session bus and no accessibility bus reach it; what it keeps goes to that home.
set -eu
cd "$1"
shift
home=$(pwd)
exec env -i PATH="$PATH" ${DISPLAY:+"DISPLAY=$DISPLAY"} ${XAUTHORITY:+"XAUTHORITY=$XAUTHORITY"} \
    ${DESKHAND_OWNER:+"DESKHAND_OWNER=$DESKHAND_OWNER"} HOME="$home" LC_ALL=C.UTF-8 LANGUAGE= PS1="ready> " \
    XDG_CONFIG_HOME="$home/.config" XDG_DATA_HOME="$home/.local/share" XDG_CACHE_HOME="$home/.cache" \
    XDG_RUNTIME_DIR="$home" GSETTINGS_BACKEND=keyfile DBUS_SESSION_BUS_ADDRESS=disabled: NO_AT_BRIDGE=1 "$@"
