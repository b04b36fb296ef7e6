# SPDX-License-Identifier: MPL-2.0
#
# How tests/check counts, and how it raises a stack.  Each part writes lines "ok NAME",
# "FAILED NAME" and "skipped NAME" on standard output; what is indented by a tab below a line
# tells why.

# wanted NAME [WORD…]: is it one of those asked for?  No words ask for all.
wanted()
{
	local name=$1 word

	shift
	[ $# -gt 0 ] || return 0
	for word in "$@"; do
		[[ $name = *$word* ]] && return
	done
	return 1
}

# from_tap NAME COMMAND…: the tests of a program that speaks TAP, as cmocka's and node's do.
# One that ends before its plan is done, or with a status of its own, has failed.
from_tap()
{
	local name=$1 status

	shift
	"$@" 2>&1 </dev/null | awk -v file="$name" '
	function test(line) {
		sub(/^(not )?ok [0-9]* *-? */, "", line)
		return line
	}
	/^1\.\.[0-9]+/ && !planned { planned = substr($0, 4) + 0 }
	/^(not )?ok [0-9]+.*# SKIP/ { done++; print "skipped " file ": " test($0); bad = 0; next }
	/^ok [0-9]+/ { done++; print "ok " file ": " test($0); bad = 0; next }
	/^not ok [0-9]+/ { done++; print "FAILED " file ": " test($0); bad = 1; next }
	/^(TAP version|1\.\.|# )/ && !(bad && /^# /) { next }
	{ if (bad) print "\t" substr($0, 1, 400); else last[n++ % 60] = substr($0, 1, 400) }
	END {
		if (done < planned || done == 0) {
			print "FAILED " file ": ended after " done + 0 " of " planned + 0 " tests"
			for (i = n > 60 ? n - 60 : 0; i < n; i++)
				print "\t" last[i % 60]
		}
	}'
	status=${PIPESTATUS[0]}
	# 0: all well; 1: node has counted a failure.  cmocka ends with the number of failures.
	[ "$status" -lt 124 ] || printf 'FAILED %s: ended with status %s\n' "$name" "$status"
}

# from_status NAME COMMAND…: one test.
from_status()
{
	local name=$1 said

	shift
	if said=$("$@" 2>&1 </dev/null); then
		printf 'ok %s\n' "$name"
	else
		printf 'FAILED %s: ended with status %s\n' "$name" $?
		tail -n 40 <<<"$said" | sed 's/^/\t/'
	fi
}

# as_is NAME COMMAND…: one that writes such lines itself.
as_is()
{
	local name=$1 said status

	shift
	said=$("$@" 2>&1 </dev/null)
	status=$?
	grep -E '^(ok|FAILED|skipped|	)' <<<"$said"
	grep -qE '^FAILED ' <<<"$said" && return
	[ $status -eq 0 ] && grep -qE '^(ok|skipped) ' <<<"$said" && return
	printf 'FAILED %s: ended with status %s\n' "$name" $status
	tail -n 40 <<<"$said" | sed 's/^/\t/'
}

# --- counting ------------------------------------------------------------------------------

# The programs say what sanitizers find, a leak when a worker ends.  InnoDB's log is smaller than
# the letters that unhappy.test.mjs sends.
begin()
{
	mkdir -p "$OUT" && rm -f "$OUT"/*.results || exit
	export ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1 DB_REDO=32M DB_MEMORY=96M
	export LSAN_OPTIONS=suppressions=$PWD/tests/sanitizers.supp:print_suppressions=0
	lent=${STACK:-}
	trap 'trap "" INT TERM HUP; stop_all; exit 130' INT TERM HUP
}

count()
{
	cat "$OUT"/${2:-}*.results 2>/dev/null | grep -c "^$1 "
}

# run PART [NAME…]: says how it went, and in full what failed.
run()
{
	local part=$1 file=$OUT/${WHERE:-}$1.results began=$SECONDS counts

	shift
	"part_$part" "$@" >"$file"
	grep -qE '^(ok|FAILED|skipped) ' "$file" || printf 'FAILED %s: nothing ran\n' "$part" >>"$file"
	counts=$(awk '/^ok /{o++} /^FAILED /{f++} /^skipped /{s++}
		END { printf "%d passed, %d failed", o, f; if (s) printf ", %d skipped", s }' "$file")
	{
		printf '%s%s: %s (%d s)\n' "${WHERE:+${WHERE%-}: }" "$part" "$counts" $((SECONDS - began))
		awk '/^FAILED /{bad = 1; n = 0} /^(ok|skipped) /{bad = 0} bad && n++ < 60' "$file"
	} | cat
}

finish()
{
	local passed failed skipped

	passed=$(count ok) failed=$(count FAILED) skipped=$(count skipped)
	[ "$passed" -gt 0 ] || [ "$failed" -gt 0 ] || { echo 'check: nothing ran'; failed=1; }
	printf '%d passed, %d failed%s\n' "$passed" "$failed" "$([ "$skipped" -eq 0 ] || echo ", $skipped skipped")"
	[ "$failed" -eq 0 ]
	exit
}

# --- the stack -----------------------------------------------------------------------------

# told NAME: what the stack says of itself.
told()
{
	sed -n "s/^$1=//p" "$STACK/stack.env"
}

# in_stack FILE: node, told where the stack is.
in_stack()
{
	env STACK="$STACK" $(cat "$STACK/stack.env") node --test-reporter=tap "$1"
}

# A stack from nothing, with the try-out data, and the packages that its doctors have ordered.
raise()
{
	tests/stack/down "$STACK" && rm -rf "$STACK" || return
	PORT=0 tests/stack/up "$STACK" || return
	"$B/bin/logbook-demo" --socket "$(told SOCKET)" --database "$(told DATABASE)" --keys "$(told KEYS)" \
	    --seed schema/seed --url "$(told URL)" --out "$STACK/demo.json" &&
	    env $(cat "$STACK/run/login.env") "$B/bin/logbook-send"
}

# with_stack FRONT PART…: raised, used, stopped, and its logs read.  A part may be several words.
with_stack()
{
	local part WHERE=$1-

	export FRONT=$1 STACK=${STACK:-$OUT/$1}
	shift
	[ -z "$lent" ] || FRONT=$(told FRONT) WHERE=$FRONT-
	if [ -z "$lent" ] && ! raise >"$OUT/$WHERE"up.log 2>&1; then
		{ printf 'FAILED the stack behind %s is up\n' "$FRONT"; tail -n 30 "$OUT/$WHERE"up.log | sed 's/^/\t/'; } |
		    tee "$OUT/$WHERE"up.results
		tests/stack/down "$STACK"
		return
	fi
	for part in "$@"; do
		# shellcheck disable=SC2086
		run $part
	done
	[ -n "$lent$KEEP" ] && return
	tests/stack/down "$STACK"
	part_logs()
	{
		as_is logs tests/logs "$STACK"
	}
	run logs
}

# below ID: the processes that came of it, the nearest last; what has left for a session of its
# own (the stack) is not among them.
below()
{
	local id

	for id in $(pgrep -P "$1"); do
		below "$id"
		echo "$id"
	done
}

# Interrupted: ends what runs here, and then the stacks; one that is being raised stops itself.
stop_all()
{
	local dir

	# shellcheck disable=SC2046
	kill $(below $$) 2>/dev/null
	wait
	[ -z "$lent" ] || return
	for dir in "$OUT"/nginx "$OUT"/apache; do
		[ ! -e "$dir/lock" ] || flock -w 60 "$dir/lock" true
		tests/stack/down "$dir"
	done
}
