/* SPDX-License-Identifier: MPL-2.0 */
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "mitid.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ADDRESSES_ARE_SHADOWED 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define ADDRESSES_ARE_SHADOWED 1
#endif

/* Of processor, and by the clock: whoever waits for us ends us before. */
enum { SECONDS = 5, SECONDS_IN_ALL = 20, FILES = 64 };
#define MEMORY ((rlim_t)512 << 20)

static void
limit(__rlimit_resource_t what, rlim_t most)
{
	struct rlimit l = { most, most };

	if (setrlimit(what, &l) != 0)
		_exit(1);
}

void
limit_self(void)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	alarm(SECONDS_IN_ALL);
	limit(RLIMIT_CPU, SECONDS);
	limit(RLIMIT_FSIZE, 0);
	limit(RLIMIT_CORE, 0);
	limit(RLIMIT_NOFILE, FILES);
#ifndef ADDRESSES_ARE_SHADOWED
	limit(RLIMIT_AS, MEMORY);
#endif
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}
