# SPDX-License-Identifier: MPL-2.0
#
# The whole of it: raised from the back to the front, taken down from the front to the back.

tools_are_here()
{
	local tool front=nginx

	[ "$FRONT" = apache ] && front=apache2
	for tool in mariadbd mariadb mariadb-install-db spawn-fcgi setsid $front; do
		command -v $tool >/dev/null && continue
		complain "$tool is not installed: tests/stack/packages run"
		return 1
	done
}

# From nothing to answering.  Answers false after saying why; what was started then still runs.
stack_start()
{
	local name

	tools_are_here || return
	for name in $PROGRAMS; do
		[ -x "$B/bin/logbook-$name" ] && continue
		complain "$B/bin/logbook-$name is not there: build it first (make)"
		return 1
	done
	mv -f "$DIR"/log/*.log "$DIR/log/last/" 2>/dev/null
	database_make && database_start || return
	"$B/bin/logbook-keys" "$DIR/keys" || { complain "the key files in $DIR/keys could not be made"; return 1; }
	database_apply || return
	send_receiver || return
	# First, for the programs are told the address.
	front_start || return
	for name in $PROGRAMS; do
		program_start "$name" || return
	done
	if [ -n "${EXTRA:-}" ]; then
		program_environment >"$RUN/${EXTRA%% *}.env"
		begin "${EXTRA%% *}" spawn-fcgi -n -s "$RUN/${EXTRA%% *}.sock" -M 0600 -b 1024 -- \
		    "$STACK/supervise" "$RUN" "${EXTRA%% *}" "${EXTRA##* }" </dev/null
	fi
	for name in $PROGRAMS; do
		answers "$name" || return
	done
	stack_describe >"$DIR/stack.env"
}

# Waits until a program answers through the front server, whatever it answers.
answers()
{
	local prefix i

	prefix=$(program_prefix "$1") || return 0
	for ((i = 0; i < 600; i++)); do
		case $(status "$PORT" "$prefix") in
		000 | 500 | 502 | 503 | 504) ;;
		*) return 0 ;;
		esac
		program_is_hopeless "$1" && break
		alive front || break
		sleep 0.1
	done
	why "$1" "logbook-$1 does not answer at $prefix"
	return 1
}

stack_describe()
{
	printf '%s\n' "URL=$URL" "PORT=$PORT" "DIR=$DIR" "SOCKET=$RUN/mariadb.sock" "DATABASE=$DATABASE" \
	    "KEYS=$DIR/keys" "LOG=$DIR/log" "FRONT=$FRONT" "PROGRAMS=${PROGRAMS// /,}" "B=$B"
}

# What stack.env says of the stack that runs in DIR: for control and down.
stack_recall()
{
	local name value

	while IFS='=' read -r name value; do
		case $name in
		URL | PORT | FRONT | PROGRAMS | B) printf -v "$name" '%s' "$value" ;;
		esac
	done < <(cat "$DIR/stack.env" 2>/dev/null)
	PROGRAMS=${PROGRAMS//,/ }
}

# Takes down whatever of it runs; may be called at any time, and again.
stack_stop()
{
	local name bad=0 stopping=()

	front_stop || { complain "$FRONT (process $(pid front)) does not end"; bad=1; }
	for name in $(parts); do
		program_stop "$name" &
		stopping+=($!)
	done
	[ ${#stopping[@]} -eq 0 ] || wait "${stopping[@]}"
	for name in $(parts); do
		complain "$name (process $(pid "$name")) does not end"
		bad=1
	done
	database_stop || { complain "MariaDB (process $(pid mariadb)) is still writing: leave it, it will end"; bad=1; }
	rm -f "$DIR/stack.env"
	if [ "$RUN" != "$DIR/run" ] && [ $bad -eq 0 ]; then
		rm -rf "$RUN" "$DIR/run"
	fi
	return $bad
}

# One at a time may start or stop a stack in DIR; file descriptor 9 holds the lock, and no
# part inherits it.
lock()
{
	exec 9>"$DIR/lock" && flock -n 9
}
