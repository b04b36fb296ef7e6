/* SPDX-License-Identifier: MPL-2.0 */
#include "verdict.h"

/* The server does not know us, or shuts: no other mail would fare better. */
static bool
is_about_us(int said)
{
	return said == 421 || said == 454 || said == 530 || said == 534 || said == 535 ||
	    said == 538;
}

enum verdict
verdict_of_smtp(bool ended, bool about_mail, int said)
{
	if (ended && (said < 400 || said > 599))
		return said >= 200 && said < 300 ? VERDICT_SENT : VERDICT_UNSURE;
	if ((!ended && !about_mail) || is_about_us(said))
		return VERDICT_WAIT;
	if (said >= 500)
		return VERDICT_FAILED;
	return said >= 400 ? VERDICT_LATER : VERDICT_WAIT;
}

enum verdict
verdict_of_http(bool handed, long status)
{
	if (status >= 200 && status < 300)
		return VERDICT_SENT;
	if (status == 429 || status == 503)
		return VERDICT_LATER;
	if (status == 401 || status == 403 || status == 404 || status == 407 ||
	    (status == 0 && !handed))
		return VERDICT_WAIT;
	return status >= 400 && status < 500 ? VERDICT_FAILED : VERDICT_UNSURE;
}

int64_t
verdict_pause(uint32_t tries)
{
	static const int64_t minutes[] = { 1, 1, 5, 15, 30, 60, 120, 240, 360 };
	enum { N = sizeof minutes / sizeof minutes[0] };

	return 60 * minutes[tries < N ? tries : N - 1];
}
