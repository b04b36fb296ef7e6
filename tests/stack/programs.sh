# SPDX-License-Identifier: MPL-2.0
#
# The programs: a socket each, which spawn-fcgi makes and hands over as file descriptor 0,
# the way systemd does it in production; a small supervisor starts what dies anew.

# program_environment [NAME=VALUE…]: all that a program is told, one line each; nothing else
# of this environment reaches it.
program_environment()
{
	local name

	printf '%s\n' PATH=/usr/bin:/bin LC_ALL=C.UTF-8 HOME=/ \
	    "TMPDIR=$DIR/tmp" \
	    "LOGBOOK_SOCKET=$RUN/mariadb.sock" \
	    "LOGBOOK_DATABASE=$DATABASE" \
	    "LOGBOOK_KEYS=$DIR/keys" \
	    "LOGBOOK_PROOF=$B/bin/logbook-proof" \
	    "LOGBOOK_MITID=$B/bin/logbook-mitid" \
	    "LOGBOOK_WORKERS=${LOGBOOK_WORKERS:-4}" \
	    "LOGBOOK_DEMO=${LOGBOOK_DEMO-1}"
	printf '%s\n' "LOGBOOK_URL=${URL:-http://127.0.0.1:8080}" "LOGBOOK_MAIL=folder://$DIR/mail" \
	    "LOGBOOK_MAIL_FROM=logbog@logbog.example.dk" "LOGBOOK_SEND=folder://$DIR/til-styrelsen/" \
	    "LOGBOOK_SEND_CERTIFICATE=$DIR/styrelsen/cert.pem"
	for name in LOGBOOK_TODAY ASAN_OPTIONS UBSAN_OPTIONS LSAN_OPTIONS; do
		[ -z "${!name:-}" ] || printf '%s=%s\n' $name "${!name}"
	done
	[ $# -eq 0 ] || printf '%s\n' "$@"
}

# program_start NAME [NAME=VALUE…]
program_start()
{
	local name=$1 file=$B/bin/logbook-$1

	shift
	alive "$name" && return
	[ -x "$file" ] || { complain "$file is not there: build it first (make)"; return 1; }
	program_environment "$@" >"$RUN/$name.env"
	rm -f "$RUN/$name.sock" "$RUN/$name.ends"
	begin "$name" spawn-fcgi -n -s "$RUN/$name.sock" -M 0600 -b 1024 -- \
	    "$STACK/supervise" "$RUN" "$name" "$file" </dev/null
}

# logbook-clock, which has no socket: it goes round by itself.  A stack of tests has none; they let
# it go round once when they want it to.
clock_start()
{
	alive clock && return
	[ -x "$B/bin/logbook-clock" ] || { complain "$B/bin/logbook-clock is not there: build it first (make)"; return 1; }
	program_environment "$@" >"$RUN/clock.env"
	rm -f "$RUN/clock.ends"
	begin clock "$STACK/supervise" "$RUN" clock "$B/bin/logbook-clock" --stay </dev/null
}

# logbook-send likewise: what is sent lies in DIR/til-styrelsen, closed for a certificate of the try-out's own.
send_start()
{
	alive send && return
	[ -x "$B/bin/logbook-send" ] || { complain "$B/bin/logbook-send is not there: build it first (make)"; return 1; }
	send_receiver && program_environment "$@" >"$RUN/send.env" || return
	rm -f "$RUN/send.ends"
	begin send "$STACK/supervise" "$RUN" send "$B/bin/logbook-send" --stay </dev/null
}

# The authority of a try-out: a folder, a certificate and the key that opens what is closed for it.
send_receiver()
{
	mkdir -p "$DIR/til-styrelsen" "$DIR/styrelsen" || return
	[ -s "$DIR/styrelsen/cert.pem" ] && return
	openssl req -x509 -newkey rsa:2048 -nodes -keyout "$DIR/styrelsen/key.pem" -out "$DIR/styrelsen/cert.new" \
	    -days 3650 -subj /CN=styrelsen.example.dk >"$DIR/log/openssl.log" 2>&1 &&
	    mv "$DIR/styrelsen/cert.new" "$DIR/styrelsen/cert.pem" && return
	why openssl 'a certificate for the try-out could not be made'
	return 1
}

# The same socket and supervisor; requests wait meanwhile and none is refused.  The given
# variables count from now on.
program_restart()
{
	local name=$1 id i

	shift
	id=$(pid "$name") || { complain "$name does not run"; return 1; }
	program_environment "$@" >"$RUN/$name.env"
	rm -f "$RUN/$name.ends" "$RUN/$name.again"
	kill -USR1 "$id"
	for ((i = 0; i < 600; i++)); do
		[ -e "$RUN/$name.again" ] && return
		sleep 0.05
	done
	why "$name" "$name did not start anew"
	return 1
}

# The supervisor ends its program first, within ten seconds.
program_stop()
{
	end "$1" TERM 20 && rm -f "$RUN/$1."{sock,env,ends,again,main}
}

# The processes that answer requests, under the program's own.
program_workers()
{
	local main

	main=$(cat "$RUN/$1.main" 2>/dev/null) && tr -s ' ' '\n' <"/proc/$main/task/$main/children"
}

# Did it end again and again, instead of answering?
program_is_hopeless()
{
	[ "$(cat "$RUN/$1.ends" 2>/dev/null || echo 0)" -ge 3 ]
}

# The address that its program answers, for asking whether it does.
program_prefix()
{
	case $1 in
	login) say / ;;
	journal) say /logbog/ ;;
	approve) say /vejleder/ ;;
	course) say /kurser/ ;;
	office) say /sekretariat/ ;;
	export) say /udskrift/ ;;
	import) say /import/ ;;
	evaluate) say /evaluering/steder ;;
	verify) say /verificer/ ;;
	*) return 1 ;;
	esac
}
