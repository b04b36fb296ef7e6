# SPDX-License-Identifier: MPL-2.0
#
# A MariaDB of our own: data in DIR/db, a socket and no port, none of the machine's settings.

# sql STATEMENT…: as the database's owner.
sql()
{
	mariadb --no-defaults --protocol=socket --socket="$RUN/mariadb.sock" --user="$ME" \
	    --default-character-set=utf8mb4 --batch --skip-column-names -e "$*"
}

# Made beside its place and moved there when whole, so that half of one is never used.
# (--force: a machine whose own name cannot be looked up will do.)
database_make()
{
	[ -d "$DIR/db" ] && return
	room 400 || return
	rm -rf "$DIR/db.new"
	mariadb-install-db --no-defaults --user="$ME" --datadir="$DIR/db.new" --skip-test-db --force \
	    --auth-root-authentication-method=socket --auth-root-socket-user="$ME" \
	    --character-set-server=utf8mb4 --collation-server=utf8mb4_bin \
	    >"$DIR/log/mariadb-install.log" 2>&1 && mv "$DIR/db.new" "$DIR/db" && return
	why mariadb-install "MariaDB's data folder could not be made in $DIR/db"
	return 1
}

# Every commit is on the disk before it is answered; that holds for tests and try-outs too.
# DB_MEMORY and DB_REDO are larger for measurements.
database_start()
{
	local i

	alive mariadb && return
	room 100 || return
	rm -f "$RUN/mariadb.sock"
	begin mariadb mariadbd --no-defaults --user="$ME" --datadir="$DIR/db" --tmpdir="$DIR/tmp" \
	    --socket="$RUN/mariadb.sock" --pid-file="$RUN/mariadbd.pid" --skip-networking --skip-name-resolve \
	    --character-set-server=utf8mb4 --collation-server=utf8mb4_bin --default-time-zone=+00:00 \
	    --sql-mode=STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION \
	    --innodb-flush-log-at-trx-commit=1 --innodb-buffer-pool-size="${DB_MEMORY:-128M}" \
	    --innodb-log-file-size="${DB_REDO:-256M}" --max-allowed-packet=64M --max-connections=151 \
	    --local-infile=OFF --skip-log-bin --skip-slow-query-log </dev/null
	for ((i = 0; i < 600; i++)); do
		sql 'DO 1' 2>/dev/null && return
		alive mariadb || break
		sleep 0.1
	done
	if tail -n 30 "$DIR/log/mariadb.log" | grep -qiE 'no space left|disk (is )?full|error: 28'; then
		complain "the disk of $DIR is full: MariaDB could not start"
	else
		why mariadb "MariaDB did not start with the data in $DIR/db"
	fi
	return 1
}

# Never by force: it writes everything down first, however long that takes.
database_stop()
{
	end mariadb TERM 600
}

# The owner here is $ME, who also holds the accounts of all programs.  What it is given goes to schema/apply.
database_apply()
{
	"$ROOT/schema/apply" --socket "$RUN/mariadb.sock" --database $DATABASE --accounts-as "$ME" --user "$ME" "$@" && return
	complain "the data in $DIR do not fit this schema (make clean-data starts the try-out over)"
	return 1
}
