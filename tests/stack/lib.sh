# SPDX-License-Identifier: MPL-2.0
#
# What the scripts of the stack share: where things are, how a process is found and ended.
# Sourced by up, down, run and control; see up for the environment they read.
#
# Everything of a stack lies in one folder, DIR:
#
#	db/          MariaDB's data            keys/      key files (logbook-keys)
#	log/NAME.log one log for each part     run/       sockets, process ids, environments
#	log/last/    those of the run before
#	tmp/         MariaDB's and the front's stack.env  URL=, SOCKET=, … for tests to read
#
# Parts are mariadb, front (nginx or Apache), and the programs by name.  A process id in a
# file is believed only when that process names DIR in its command line, so what a power cut
# left behind does no harm.

umask 077
export LC_ALL=C.UTF-8 PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin

STACK=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ROOT=$(cd "$STACK/../.." && pwd)
B=${B:-build}
[[ $B = /* ]] || B=$ROOT/$B
FRONT=${FRONT:-nginx}
PROGRAMS=${PROGRAMS:-login journal approve course office export import evaluate verify}
DATABASE=logbook
ME=$(id -un)

say()
{
	printf '%s\n' "$*"
}

# What went wrong and what to do, in one line.
complain()
{
	printf '%s: %s\n' "${0##*/}" "$*" >&2
}

# The same, after the end of the log that tells why; the caller stops what was started.
why()
{
	local log=$DIR/log/$1.log

	shift
	if [ -s "$log" ]; then
		printf -- '--- the end of %s\n' "$log" >&2
		tail -n 12 "$log" >&2
		printf -- '---\n' >&2
	fi
	complain "$*"
}

# settle DIR: makes the folder absolute, and the folders in it.  Answers false after saying why.
settle()
{
	[ -n "${1:-}" ] || { complain "usage: $0 DIR"; return 1; }
	if ! mkdir -p "$1" 2>/dev/null || [ ! -w "$1" ]; then
		complain "$1 cannot be written by $ME"
		return 1
	fi
	if [ ! -O "$1" ]; then
		complain "$1 belongs to $(stat -c %U "$1"): run it as that user, or take another folder"
		return 1
	fi
	DIR=$(cd "$1" && pwd -P)
	if [[ $DIR$B =~ [^A-Za-z0-9_./@%+,:-] ]]; then
		complain "the path of $DIR holds a character that configuration files would misread"
		return 1
	fi
	settle_run && mkdir -p "$DIR"/{log/last,tmp} && return
	complain "$DIR: the folders in it cannot be made"
	return 1
}

# The path of a Unix socket ends at 107 bytes: below a long DIR run/ is a link to a short one.
settle_run()
{
	RUN=$DIR/run
	if [ ${#DIR} -gt 80 ]; then
		[ -d "$RUN/" ] || { rm -f "$RUN" && ln -s "$(mktemp -d /tmp/logbook-run.XXXXXX)" "$RUN"; } || return
		RUN=$(cd "$RUN" && pwd -P)
	fi
	# Nobody else may enter: that is what guards the database's accounts (schema/apply).
	mkdir -p "$RUN" && chmod 700 "$RUN"
}

# room MEGABYTES: is there that much on the disk?
room()
{
	local free

	free=$(df -Pm "$DIR" 2>/dev/null | awk 'NR == 2 { print $4 }')
	[ "${free:-$1}" -ge "$1" ] && return
	complain "the disk of $DIR is full: $free MB are free, $1 MB are needed"
	return 1
}

# --- processes ----------------------------------------------------------------------------

# pid NAME: the process of a part, if it lives.
pid()
{
	local id words

	id=$(cat "$RUN/$1.pid" 2>/dev/null)
	[ -n "$id" ] && words=$(words_of "$id") && [[ $words = *"$DIR"* || $words = *"$RUN"* ]] && printf '%s' "$id"
}

# words_of ID: its command line.  Between one program and the next that it becomes (setsid, setpriv, apache2)
# a process lives and has none, as long as the disk takes to read the next: waited for, a second at most.
words_of()
{
	local words i

	for ((i = 0; i < 50; i++)); do
		gone "$1" && return 1
		words=$({ tr '\0' ' ' <"/proc/$1/cmdline"; } 2>/dev/null)
		[ -n "$words" ] && break
		sleep 0.02
	done
	printf '%s' "$words"
}

alive()
{
	pid "$1" >/dev/null
}

# What is left of a part whose first process was killed: the others of its session (nginx's
# workers, a program under its supervisor).  They still have files of DIR open.
leftovers()
{
	local first other

	for first in $(cat "$RUN/$1.pid" "$RUN/$1.main" 2>/dev/null); do
		for other in $(pgrep -s "$first"); do
			[ "$other" = "$(pid "$1")" ] && continue
			find "/proc/$other/fd" -lname "$DIR/*" 2>/dev/null | grep -q . && printf '%s\n' "$other"
		done
	done
}

# begin NAME COMMAND…: in the background, away from this terminal, with its log.  Standard
# input is handed on.
begin()
{
	local name=$1

	shift
	setsid "$@" <&0 >>"$DIR/log/$name.log" 2>&1 9>&- &
	printf '%s\n' $! >"$RUN/$name.pid"
	disown $!
}

# gone ID: has it ended (though its parent may not have looked yet)?
gone()
{
	! grep -qs '^State:[[:space:]]*[^Z[:space:]]' "/proc/$1/status"
}

# end NAME [SIGNAL [SECONDS]]: asks it to end and waits; false when it still lives after that.
end()
{
	local id i

	if id=$(pid "$1"); then
		kill "-${2:-TERM}" "$id" 2>/dev/null
		for ((i = 0; i < ${3:-60} * 20; i++)); do
			gone "$id" && break
			sleep 0.05
		done
		gone "$id" || return
	fi
	for id in $(leftovers "$1"); do
		kill -KILL "$id" 2>/dev/null
	done
	rm -f "$RUN/$1".{pid,main}
}

# Every part that DIR may hold, from the front to the back.
parts()
{
	local f

	for f in "$RUN"/*.pid; do
		f=${f##*/}
		f=${f%.pid}
		case $f in
		front | mariadb | '*') ;;
		*) printf '%s\n' "$f" ;;
		esac
	done
}

anything_alive()
{
	local name

	for name in front mariadb $(parts); do
		alive "$name" || [ -n "$(leftovers "$name")" ] && return
	done
	return 1
}

# --- the network --------------------------------------------------------------------------

port_in_use()
{
	(exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

free_port()
{
	local port

	# Below the range that the kernel gives to outgoing connections.
	while port=$((16000 + RANDOM % 16000)); port_in_use $port; do :; done
	printf '%s' $port
}

# status PORT PATH: the HTTP status, or 000.
status()
{
	local line

	line=$( (
		exec 3<>"/dev/tcp/127.0.0.1/$1" || exit
		printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$2" "$1" >&3
		IFS= read -r -t 3 line <&3
		printf '%s' "$line"
	) 2>/dev/null)
	[[ $line =~ ^HTTP/1\.[01]\ ([0-9]{3}) ]] && printf '%s' "${BASH_REMATCH[1]}" || printf 000
}

. "$STACK/database.sh"
. "$STACK/programs.sh"
. "$STACK/front.sh"
. "$STACK/whole.sh"
