# SPDX-License-Identifier: MPL-2.0
#
# What tests/check runs of our own making, built but not run: `make unit`, `make fuzzers`.
# Included by the Makefile, whose variables it uses.

.PHONY: unit fuzzers tests

# --- unit tests: one program per file, with the whole library behind it --------------------
UNIT = $(patsubst tests/unit/%.c,$(B)/tests/%,$(wildcard tests/unit/test_*.c))
UNIT_SEES = $(call layer,base web data logbook record gate gate/proof pages) -Ireports -Itests/unit
UNIT_HELP = $(patsubst tests/unit/%.c,$(B)/tests/%.o,$(filter-out tests/unit/test_%,$(wildcard tests/unit/*.c)))

$(B)/tests/%.o: tests/unit/%.c | gen
	$(call compile,$(UNIT_SEES) $(call PKG,--cflags cmocka $(REPORT_PKGS)))
# What is pure of it: the text of a mail, and what became of it.
$(B)/tests/test_post.o: UNIT_SEES += -Icgi/post
$(B)/tests/test_post: $(B)/cgi/post/mime.o $(B)/cgi/post/verdict.o
$(B)/tests/test_send.o: UNIT_SEES += -Icgi/send
$(B)/tests/test_send: $(call objects,cgi/send)
$(B)/tests/test_send: SEND_LIBS = $(call PKG,--libs libcurl libcrypto)
$(B)/tests/test_outside.o: UNIT_SEES += -Icgi/intake
$(B)/tests/test_outside: $(B)/cgi/intake/outside.o
$(B)/tests/test_inside.o: UNIT_SEES += -Icgi/verify
$(B)/tests/test_inside: $(B)/cgi/verify/inside.o
$(B)/libreports.a: $(call objects,reports)
	@rm -f $@
	$(Q)ar rcs $@ $^
$(B)/libhelp.a: $(UNIT_HELP)
	@rm -f $@
	$(Q)ar rcs $@ $^
$(UNIT): $(B)/tests/%: $(B)/tests/%.o $(B)/libhelp.a $(B)/libreports.a $(B)/liblogbook.a
	@echo "  LINK $(@:$(B)/%=%)"
	$(Q)$(CC) $(OPT) $(LDFLAGS) -o $@ $(filter %.o,$^) $(filter %.a,$^) $(call PKG,--libs cmocka $(REPORT_PKGS)) $(SEND_LIBS) -lm $(LIBS)

# Uploads that tests send; one of them is a picture of 20,000 × 20,000 dots.
DRAWING = cairo cairo-pdf gdk-pixbuf-2.0
$(B)/tests/make_files: tests/files/make_files.c
	@mkdir -p $(@D)
	$(Q)$(HOSTCC) -std=c17 -D_GNU_SOURCE -O1 $(WARN) $(call PKG,--cflags $(DRAWING)) -o $@ $< \
		$(call PKG,--libs $(DRAWING)) -lm
$(B)/tests/huge.png: $(B)/tests/make_files
	$(Q)$< huge.png $@

# A package, made without a request.
$(B)/tests/make_package.o: tests/package/make_package.c | gen
	$(call compile,$(UNIT_SEES) -Icgi/package)
$(B)/tests/make_package: $(B)/tests/make_package.o $(call objects,cgi/package) $(B)/libreports.a $(B)/liblogbook.a
	@echo "  LINK $(@:$(B)/%=%)"
	$(Q)$(CC) $(OPT) $(LDFLAGS) -o $@ $(filter %.o,$^) $(filter %.a,$^) $(call PKG,--libs $(REPORT_PKGS)) -lm $(LIBS)

unit: $(UNIT) $(B)/tests/huge.png $(B)/tests/make_package

# --- fuzzers: the readers of untrusted bytes once more, watched by clang ---------------------
FUZZERS = $(patsubst tests/fuzz/%.c,$(B)/fuzz/%,$(wildcard tests/fuzz/fuzz_*.c))
FUZZ_CC = clang
FUZZ_WATCH = -fsanitize=address,undefined -fno-sanitize-recover=all
FUZZ_FLAGS = -std=c17 -D_GNU_SOURCE -O1 -g $(WARN) -fno-omit-frame-pointer -MMD -MP -DQUERYC_LIBRARY \
	$(call layer,base web data logbook gate/proof) $(call PKG,--cflags json-c) -Icgi/tools
fuzz_objects = $(patsubst %.c,$(B)/fuzz/%.o,$(wildcard $(1)))
FUZZ_LIBRARY = $(call fuzz_objects,cgi/base/*.c cgi/web/*.c cgi/logbook/*.c)
FUZZ_QUERYC = $(call fuzz_objects,cgi/tools/query*.c)
FUZZ_PAGEC = $(call fuzz_objects,$(addprefix cgi/tools/,template.c place.c nest.c expression.c source.c))

$(B)/fuzz/%.o: %.c | gen
	@mkdir -p $(@D)
	@echo "  FUZZ $(@:$(B)/fuzz/%=%)"
	$(Q)$(FUZZ_CC) $(FUZZ_FLAGS) $(FUZZ_WATCH) -fsanitize=fuzzer-no-link -c $< -o $@
$(B)/fuzz/library.a: $(FUZZ_LIBRARY)
	@rm -f $@
	$(Q)ar rcs $@ $^
$(B)/fuzz/fuzz_queryc: $(FUZZ_QUERYC)
$(B)/fuzz/fuzz_pagec: $(FUZZ_PAGEC)
$(B)/fuzz/fuzz_inside: $(call fuzz_objects,cgi/verify/inside.c)
$(B)/fuzz/tests/fuzz/fuzz_inside.o: FUZZ_FLAGS += -Icgi/verify
$(B)/fuzz/fuzz_inside: FUZZ_LIBS = $(call PKG,--libs zlib)
# A journal as a ZIP, up to what asks the database.
FUZZ_JOURNAL = $(call fuzz_objects,$(addprefix cgi/take/,open.c manifest.c parse.c read.c member.c whole.c fault.c) \
	cgi/record/journal_form.c) $(B)/fuzz/$(B)/gen/queries/whole_form.o
$(FUZZ_JOURNAL) $(B)/fuzz/tests/fuzz/fuzz_journal.o: FUZZ_FLAGS += -Icgi/take -Icgi/record $(call PKG,--cflags libarchive)
$(B)/fuzz/fuzz_journal: $(FUZZ_JOURNAL)
$(B)/fuzz/fuzz_journal: FUZZ_LIBS = $(call PKG,--libs libarchive)
$(FUZZERS): $(B)/fuzz/fuzz_%: $(B)/fuzz/tests/fuzz/fuzz_%.o $(B)/fuzz/library.a
	@echo "  LINK $(@:$(B)/%=%)"
	$(Q)$(FUZZ_CC) -g $(FUZZ_WATCH) -fsanitize=fuzzer -o $@ $(filter %.o,$^) $(filter %.a,$^) $(FUZZ_LIBS) $(LIBS)

fuzzers: $(FUZZERS)

tests: unit fuzzers
