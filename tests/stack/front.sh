# SPDX-License-Identifier: MPL-2.0
#
# The front server, with the configuration that is shipped: only its paths and the line
# "listen" are put in place.  FRONT=nginx or FRONT=apache.

# Puts our paths for those of an installation.
front_paths()
{
	sed -e "s|/run/logbook/|$RUN/|g" \
	    -e "s|/usr/share/logbook/static|$B/static|g" \
	    -e "s|/usr/share/logbook/fastcgi.conf|$ROOT/nginx/fastcgi.conf|g" \
	    -e "s|/var/log/nginx/logbook-error.log|$DIR/log/front.log|g" \
	    -e "s|/var/log/apache2/logbook-error.log|$DIR/log/front.log|g" \
	    -e "s|/var/log/[a-z0-9]*/logbook.log|$DIR/log/access.log|g" "$1"
}

# EXTRA="NAME PREFIX FILE": one more program, for measurements.
nginx_extra()
{
	[ -n "${EXTRA:-}" ] || { cat; return; }
	# shellcheck disable=SC2086
	set -- $EXTRA
	sed "s|^server {|&\n\tlocation $2 { fastcgi_pass unix:$RUN/$1.sock; }|"
}

nginx_configuration()
{
	front_paths "$ROOT/nginx/logbook.conf" | nginx_extra |
	    sed "s|^\tlisten 80 default_server;|\tlisten 127.0.0.1:$PORT default_server;|" >"$RUN/site.conf"
	cat >"$RUN/front.conf" <<-EOS
		$([ "$(id -u)" -ne 0 ] || echo 'user root root;')
		daemon off;
		worker_processes 2;
		pid $RUN/nginx.pid;
		error_log $DIR/log/front.log;
		events { worker_connections 1024; }
		http {
			client_body_temp_path $DIR/tmp/body;
			fastcgi_temp_path $DIR/tmp/fastcgi;
			proxy_temp_path $DIR/tmp/proxy;
			scgi_temp_path $DIR/tmp/scgi;
			uwsgi_temp_path $DIR/tmp/uwsgi;
			sendfile on;
			tcp_nopush on;
			include $RUN/site.conf;
		}
	EOS
}

apache_configuration()
{
	local module

	front_paths "$ROOT/nginx/apache.conf" |
	    sed "s|^<VirtualHost \*:80>|<VirtualHost 127.0.0.1:$PORT>|" >"$RUN/site.conf"
	{
		for module in mpm_event authz_core proxy proxy_fcgi rewrite allowmethods headers setenvif deflate filter \
		    mime dir alias reqtimeout; do
			printf 'LoadModule %s_module /usr/lib/apache2/modules/mod_%s.so\n' $module $module
		done
		cat <<-EOS
			ServerName 127.0.0.1
			ServerRoot $DIR
			DefaultRuntimeDir $RUN
			PidFile $RUN/apache.pid
			Mutex file:$RUN default
			Listen 127.0.0.1:$PORT
			ErrorLog $DIR/log/front.log
			TypesConfig /etc/mime.types
			ServerLimit 2
			ThreadsPerChild 32
			MaxRequestWorkers 64
			<Directory />
				Require all denied
				AllowOverride None
			</Directory>
			Include $RUN/site.conf
		EOS
	} >"$RUN/front.conf"
}

front_begin()
{
	case $FRONT in
	nginx)
		nginx_configuration
		begin front nginx -p "$DIR" -e "$DIR/log/front.log" -c "$RUN/front.conf" </dev/null
		;;
	apache)
		apache_configuration
		# Apache will not be root: another user that may read what root may read.
		set --
		[ "$(id -u)" -ne 0 ] || set -- setpriv --reuid=www-data --regid=www-data --clear-groups \
		    --inh-caps=+dac_override --ambient-caps=+dac_override
		begin front "$@" apache2 -d "$DIR" -f "$RUN/front.conf" -D FOREGROUND </dev/null
		;;
	*)
		complain "FRONT is nginx or apache, not $FRONT"
		return 1
		;;
	esac
}

# Starts it on PORT, on a free one when PORT is 0 or not set.
front_start()
{
	local wanted=${PORT:-0} i

	alive front && return
	if [ "$wanted" != 0 ] && port_in_use "$wanted"; then
		complain "port $wanted is in use by another program: stop that, or take another: PORT=$((wanted + 1))"
		return 1
	fi
	while :; do
		[ "$wanted" != 0 ] || PORT=$(free_port)
		front_begin || return
		for ((i = 0; i < 200; i++)); do
			alive front || break
			port_in_use "$PORT" && break
			sleep 0.05
		done
		URL=http://127.0.0.1:$PORT
		alive front && return
		# Taken between looking and listening: another one, when any will do.
		[ "$wanted" = 0 ] && grep -q 'Address already in use' "$DIR/log/front.log" || break
		: >"$DIR/log/front.log"
	done
	if grep -q 'Permission denied' "$DIR/log/front.log" && [ "$PORT" -lt 1024 ]; then
		complain "port $PORT is below 1024, which $ME may not use: take another: PORT=8080"
	else
		why front "$FRONT did not start on port $PORT"
	fi
	return 1
}

# QUIT: what is being answered is answered first.
front_stop()
{
	case $FRONT in
	nginx) end front QUIT 5 || end front TERM 5 || end front KILL 5 ;;
	*) end front TERM 10 || end front KILL 5 ;;
	esac
}
