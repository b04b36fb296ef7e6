/* SPDX-License-Identifier: MPL-2.0 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cmocka.h>

#include "outside.h"

static bool
is_outside(const char *text)
{
	struct sockaddr_storage s = { .ss_family = strchr(text, ':') != NULL ? AF_INET6 : AF_INET };
	struct sockaddr_in four = { .sin_family = AF_INET };
	struct sockaddr_in6 six = { .sin6_family = AF_INET6 };

	if (s.ss_family == AF_INET) {
		assert_int_equal(inet_pton(AF_INET, text, &four.sin_addr), 1);
		memcpy(&s, &four, sizeof four);
	} else {
		assert_int_equal(inet_pton(AF_INET6, text, &six.sin6_addr), 1);
		memcpy(&s, &six, sizeof six);
	}
	return address_is_outside((const struct sockaddr *)&s);
}

static void
the_open_net_is_outside(void **state)
{
	static const char *const all[] = { "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255",
		"100.128.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0",
		"223.255.255.255", "2606:4700::1111", "::ffff:1.1.1.1" };

	(void)state;
	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
		if (!is_outside(all[i]))
			fail_msg("%s", all[i]);
}

static void
the_house_is_not(void **state)
{
	static const char *const all[] = { "0.0.0.0", "10.0.0.1", "100.64.0.1", "127.0.0.1",
		"127.255.255.254", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.168.1.1",
		"198.18.0.1", "224.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fc00::1",
		"fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
		"2002:7f00:1::", "::7f00:1" };
	const struct sockaddr local = { .sa_family = AF_UNIX };

	(void)state;
	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
		if (is_outside(all[i]))
			fail_msg("%s", all[i]);
	assert_false(address_is_outside(&local));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_open_net_is_outside),
		cmocka_unit_test(the_house_is_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
