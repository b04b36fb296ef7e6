/* SPDX-License-Identifier: MPL-2.0
 *
 * load PORT RATE SECONDS <REQUESTS: sends requests to 127.0.0.1 at a constant rate, and
 * measures each from the moment at which it was meant to be sent: a server that holds the
 * others up cannot hide it.  One request a line: METHOD PATH COOKIE [BODY], taken in turn and
 * begun again after the last; with SECONDS 0 each is sent once.
 *
 * Prints one line: n= bad= mid= p90= p99= max= (milliseconds) bytes= statuses as 200:n.
 * bad counts what was not answered, answered with 4xx or 5xx, or not within ten seconds.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { LINES = 65536, CONNECTIONS = 256, ROOM = 4 * 1024 * 1024, PATIENCE = 10 };

/* A connection; what it is waiting for, when busy. */
struct connection {
	int fd;
	bool busy;
	double meant; /* when the request should have been sent */
	char *out;
	size_t out_n, out_at;
	char *in;
	size_t in_n, head, length; /* head 0: not yet whole */
	bool chunked, closes;      /* closes: the server takes no more on this one */
};

static char *requests[LINES];
static size_t nrequests;
static struct connection connections[CONNECTIONS];
static size_t nconnections;
static struct sockaddr_in server;
static double *times;
static size_t n, bad, bytes, most;
static unsigned statuses[600];

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void
give_up(const char *why)
{
	fprintf(stderr, "load: %s: %s\n", why, strerror(errno));
	exit(1);
}

/* The whole request as it goes over the line. */
static char *
request_text(int port, const char *method, const char *path, const char *cookie, const char *body)
{
	char *text, form[256] = "";

	if (strcmp(method, "POST") == 0)
		snprintf(form, sizeof form,
		    "Origin: http://127.0.0.1:%d\r\nContent-Length: %zu\r\n"
		    "Content-Type: application/x-www-form-urlencoded\r\n",
		    port, strlen(body));
	if (asprintf(&text,
	        "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nCookie: %s\r\n"
	        "Accept-Encoding: gzip\r\n%s\r\n%s",
	        method, path, port, cookie, form, body) < 0)
		give_up("room");
	return text;
}

static void
read_requests(int port)
{
	static char line[65536];

	while (nrequests < LINES && fgets(line, sizeof line, stdin) != NULL) {
		char *method = strtok(line, " \n"), *path = strtok(NULL, " \n");
		char *cookie = strtok(NULL, " \n"), *body = strtok(NULL, " \n");

		if (cookie != NULL)
			requests[nrequests++] =
			    request_text(port, method, path, cookie, body == NULL ? "" : body);
	}
}

/* --- connections ------------------------------------------------------------------------ */

static void
open_connection(struct connection *c)
{
	c->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (c->fd == -1 || connect(c->fd, (struct sockaddr *)&server, sizeof server) != 0)
		give_up("connect");
	fcntl(c->fd, F_SETFL, O_NONBLOCK);
	if (c->in == NULL && (c->in = malloc(ROOM)) == NULL)
		give_up("room");
}

static struct connection *
idle_connection(void)
{
	for (size_t i = 0; i < nconnections; i++)
		if (!connections[i].busy)
			return &connections[i];
	if (nconnections == CONNECTIONS)
		return NULL;
	return &connections[nconnections++];
}

/* The answer is here, or will not come: status 0. */
static void
done(struct connection *c, unsigned status)
{
	times[n++] = now() - c->meant;
	bad += status < 200 || status >= 400;
	statuses[status < 600 ? status : 0]++;
	bytes += c->in_n;
	c->busy = false;
	if (c->closes) {
		close(c->fd);
		c->fd = 0;
	}
}

static void
lost(struct connection *c)
{
	c->closes = true;
	done(c, 0);
}

static void
push(struct connection *c)
{
	ssize_t k = send(c->fd, c->out + c->out_at, c->out_n - c->out_at, MSG_NOSIGNAL);

	if (k > 0)
		c->out_at += (size_t)k;
	else if (k < 0 && errno != EAGAIN)
		lost(c);
}

static void
begin(struct connection *c, char *request, double meant)
{
	char byte;

	/* One that the server has closed meanwhile reads as ended. */
	if (c->fd != 0 && recv(c->fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0) {
		close(c->fd);
		c->fd = 0;
	}
	if (c->fd == 0)
		open_connection(c);
	*c = (struct connection){ .fd = c->fd,
		.in = c->in,
		.busy = true,
		.meant = meant,
		.out = request,
		.out_n = strlen(request) };
	push(c);
}

static void
read_head(struct connection *c)
{
	const char *end, *p;

	c->in[c->in_n] = '\0';
	if ((end = strstr(c->in, "\r\n\r\n")) == NULL)
		return;
	c->head = (size_t)(end - c->in) + 4;
	if ((p = strcasestr(c->in, "\r\nContent-Length:")) != NULL && p < end)
		c->length = strtoul(p + 17, NULL, 10);
	c->closes = (p = strcasestr(c->in, "\r\nConnection: close")) != NULL && p < end;
	c->chunked = (p = strcasestr(c->in, "\r\nTransfer-Encoding: chunked")) != NULL && p < end;
}

static bool
is_whole(const struct connection *c)
{
	if (c->head == 0)
		return false;
	if (c->chunked)
		return c->in_n >= c->head + 5 && memcmp(c->in + c->in_n - 5, "0\r\n\r\n", 5) == 0;
	return c->in_n >= c->head + c->length;
}

static void
pull(struct connection *c)
{
	ssize_t k;

	while (c->busy && (k = read(c->fd, c->in + c->in_n, ROOM - 1 - c->in_n)) != 0) {
		if (k < 0 && errno == EAGAIN)
			return;
		if (k < 0)
			break;
		c->in_n += (size_t)k;
		if (c->head == 0)
			read_head(c);
		if (is_whole(c)) {
			done(c, (unsigned)strtoul(c->in + 9, NULL, 10));
			return;
		}
	}
	if (c->busy)
		lost(c);
}

/* --- the run ---------------------------------------------------------------------------- */

/* What has come until the moment `until`. */
static void
listen_until(double until)
{
	struct pollfd fds[CONNECTIONS];
	struct timespec wait = { 0 };
	double left = until - now();

	for (size_t i = 0; i < nconnections; i++) {
		struct connection *c = &connections[i];

		if (c->busy && now() - c->meant > PATIENCE)
			lost(c);
		fds[i] = (struct pollfd){ .fd = c->busy ? c->fd : -1,
			.events = c->out_at < c->out_n ? POLLIN | POLLOUT : POLLIN };
	}
	if (left > 0)
		wait.tv_nsec = (long)((left < 0.5 ? left : 0.5) * 1e9);
	if (ppoll(fds, nconnections, &wait, NULL) <= 0)
		return;
	for (size_t i = 0; i < nconnections; i++) {
		if (fds[i].revents & POLLOUT)
			push(&connections[i]);
		if (connections[i].busy && fds[i].revents & (POLLIN | POLLHUP | POLLERR))
			pull(&connections[i]);
	}
}

static bool
anything_open(void)
{
	for (size_t i = 0; i < nconnections; i++)
		if (connections[i].busy)
			return true;
	return false;
}

static void
run(double rate)
{
	double begun = now() + 0.01;

	for (size_t i = 0; i < most; i++) {
		double meant = begun + (double)i / rate;
		struct connection *c;

		while (now() < meant)
			listen_until(meant);
		while ((c = idle_connection()) == NULL)
			listen_until(now() + 0.001);
		begin(c, requests[i % nrequests], meant);
	}
	while (anything_open())
		listen_until(now() + 0.1);
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double
part(double share)
{
	size_t i = (size_t)((double)n * share);

	return times[i < n ? i : n - 1] * 1e3;
}

int
main(int argc, char **argv)
{
	int port = argc == 4 ? atoi(argv[1]) : 0;
	double rate = argc == 4 ? atof(argv[2]) : 0, seconds = argc == 4 ? atof(argv[3]) : 0;

	server = (struct sockaddr_in){ .sin_family = AF_INET,
		.sin_port = htons((uint16_t)port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	read_requests(port);
	if (rate <= 0 || nrequests == 0) {
		fputs("usage: load PORT RATE SECONDS <REQUESTS\n", stderr);
		return 2;
	}
	most = seconds == 0 ? nrequests : (size_t)(rate * seconds);
	if ((times = calloc(most, sizeof *times)) == NULL)
		give_up("room");
	run(rate);
	qsort(times, n, sizeof *times, compare);
	printf("n=%zu bad=%zu mid=%.2f p90=%.2f p99=%.2f max=%.2f bytes=%zu", n, bad, part(0.5),
	    part(0.9), part(0.99), part(1), bytes / n);
	for (unsigned s = 0; s < 600; s++)
		if (statuses[s] > 0)
			printf(" %u:%u", s, statuses[s]);
	putchar('\n');
	return 0;
}
