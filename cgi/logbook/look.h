/* SPDX-License-Identifier: MPL-2.0
 *
 * What a recorded look was at, in words the doctor knows (R-GDP-05).
 */
#ifndef LOOK_H
#define LOOK_H

/* From the route that was recorded: "/vejleder/laeger/{doctor}/kompetencer" is "Kompetencer". */
const char *look_title(const char *route);

#endif
