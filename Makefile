# Logbog.  `make run` tries it out, `make check` proves it; `make help` lists the rest.
#
# In this order: settings, the layers, programs, the two compilers, the look, tests, running,
# install.  B=FOLDER builds somewhere else; SAN=1 builds with sanitizers, in build/san.

SAN ?=
B ?= build$(if $(SAN),/san)
SHELL = /bin/bash
MAKEFLAGS += --no-builtin-rules
.DELETE_ON_ERROR:
.SECONDARY:
.SUFFIXES:
.PHONY: all run check help clean clean-data
all:
comma = ,
V ?=
Q = $(if $(V),,@)

# --- settings -----------------------------------------------------------------------------
CC = gcc
HOSTCC = $(CC)
WARN = -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wformat=2 -Wswitch-enum \
	-Wconversion -Wvla -Wundef -Wpointer-arith -Wcast-qual -Werror
OPT = $(if $(SAN),-O1 -g -fsanitize=address$(comma)undefined -fno-sanitize-recover=all -fno-omit-frame-pointer,\
	-O2 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong)
CFLAGS = -std=c17 $(OPT) -fPIE $(WARN) -MMD -MP
LDFLAGS = -pie $(if $(SAN),-fsanitize=address$(comma)undefined) -Wl,-z,relro,-z,now,--as-needed
PKG = $(shell pkg-config $(1) 2>/dev/null)
MARIADB_CFLAGS := $(call PKG,--cflags libmariadb)

# --- the layers: who may include whom --------------------------------------------------------
# Headers are included by bare name, and a layer is compiled with -I for the layers below it
# and no others: a wrong include is "file not found".  gate/proof, which makes subjects and
# forms, is seen by gate (and by the two files that keep its promises) alone.
layer = $(addprefix -Icgi/,$(1)) -I$(B)/gen
SEES_base    = base
SEES_web     = base web
SEES_data    = base data
SEES_of_form = gate/proof
SEES_of_subject = gate/proof
SEES_logbook = base logbook
SEES_record  = base data logbook record
SEES_pages   = base web data logbook record gate pages
SEES_gate    = base web data logbook record gate gate/proof pages
SEES_program = base web data logbook record gate pages
SEES_tool    = base data logbook record
SEES_intake  = base data logbook record intake
SEES_post    = base data logbook record post
SEES_send    = base send
# Acts for the doctor whose order it is: acting.c alone makes that subject.
SEES_sender  = $(SEES_program) package intake send sender
SEES_of_acting = gate/proof
# Likewise, for doctors whose training has ended.
SEES_archive = $(SEES_program) package intake archive
SEES_demo    = intake
SEES_audit   = intake
SEES_take    = intake
SEES_clock   = intake post
SEES_import  = intake
SEES_export  = package
SEES_package = $(SEES_program) package
PROGRAMS = login journal approve course office export import evaluate verify
TOOLS = keys demo audit clock take

define compile
@mkdir -p $(@D)
@echo "  CC   $(@:$(B)/%=%)"
$(Q)$(CC) -D_GNU_SOURCE $(CFLAGS) $(1) $(MARIADB_CFLAGS) -c $< -o $@
endef
$(B)/cgi/base/%.o:    cgi/base/%.c    | gen ; $(call compile,$(call layer,$(SEES_base)))
$(B)/cgi/web/%.o:     cgi/web/%.c     | gen ; $(call compile,$(call layer,$(SEES_web) $(SEES_of_$*)))
$(B)/cgi/data/%.o:    cgi/data/%.c    | gen ; $(call compile,$(call layer,$(SEES_data) $(SEES_of_$*)))
$(B)/cgi/logbook/%.o: cgi/logbook/%.c | gen ; $(call compile,$(call layer,$(SEES_logbook)) $(call PKG,--cflags json-c))
$(B)/cgi/record/%.o:  cgi/record/%.c  | gen ; $(call compile,$(call layer,$(SEES_record)))
$(B)/cgi/intake/%.o:  cgi/intake/%.c  | gen ; $(call compile,$(call layer,$(SEES_intake)) $(call PKG,--cflags json-c libcurl))
$(B)/cgi/post/%.o:    cgi/post/%.c    | gen ; $(call compile,$(call layer,$(SEES_post)) $(call PKG,--cflags json-c libcurl))
$(B)/cgi/sender/%.o:  cgi/sender/%.c  | gen ; $(call compile,$(call layer,$(SEES_sender) $(SEES_of_$*)) -Ireports $(call PKG,--cflags json-c libcurl libsodium))
$(B)/cgi/archive/%.o: cgi/archive/%.c | gen ; $(call compile,$(call layer,$(SEES_archive) $(SEES_of_$*)) -Ireports $(call PKG,--cflags json-c))
$(B)/cgi/send/%.o:    cgi/send/%.c    | gen ; $(call compile,$(call layer,$(SEES_send)) $(call PKG,--cflags libcurl libcrypto))
$(B)/cgi/package/%.o: cgi/package/%.c | gen ; $(call compile,$(call layer,$(SEES_package)) -Ireports $(call PKG,--cflags json-c))
$(B)/cgi/pages/%.o:   cgi/pages/%.c   | gen ; $(call compile,$(call layer,$(SEES_pages)))
$(B)/cgi/gate/%.o:    cgi/gate/%.c    | gen ; $(call compile,$(call layer,$(SEES_gate)))
define program_rules
$(B)/cgi/$(1)/%.o: cgi/$(1)/%.c | gen ; $$(call compile,$$(call layer,$$(SEES_program) $$(SEES_$(1)) $(1)) -Ireports)
$(B)/gen/$(1)/%.o: $(B)/gen/$(1)/%.c | gen ; $$(call compile,$$(call layer,$$(SEES_program) $(1)))
endef
$(foreach p,$(PROGRAMS),$(eval $(call program_rules,$(p))))
define tool_rules
$(B)/cgi/$(1)/%.o: cgi/$(1)/%.c | gen ; $$(call compile,$$(call layer,$$(SEES_tool) $$(SEES_$(1)) $(1)) $$(CFLAGS_$(1)))
endef
CFLAGS_take = $(call PKG,--cflags json-c libarchive)
$(foreach p,$(TOOLS),$(eval $(call tool_rules,$(p))))
$(B)/gen/pages/%.o:   $(B)/gen/pages/%.c   | gen ; $(call compile,$(call layer,$(SEES_pages)))
$(B)/gen/queries/%.o: $(B)/gen/queries/%.c | gen ; $(call compile,$(call layer,$(SEES_data)))
$(B)/gen/%_queries.o: $(B)/gen/%_queries.c | gen ; $(call compile,$(call layer,$(SEES_data)))
REPORT_PKGS = pangocairo libqpdf poppler-glib gdk-pixbuf-2.0 json-c xlsxwriter zlib libarchive libqrencode
$(B)/reports/%.o: reports/%.c | gen ; $(call compile,$(call layer,base web data logbook) -Ireports $(call PKG,--cflags $(REPORT_PKGS)))
$(B)/cgi/proof/%.o: cgi/proof/%.c | gen ; $(call compile,$(call layer,base) $(call PKG,--cflags libqpdf poppler-glib gdk-pixbuf-2.0))
$(B)/cgi/mitid/%.o: cgi/mitid/%.c | gen ; $(call compile,$(call layer,base logbook mitid) $(call PKG,--cflags libcurl json-c libsodium))

# --- programs -------------------------------------------------------------------------------
# Every program is its own folder's objects and templates, what it needs of the library, and
# the statements that it may ask: its account has the rights for these and no others.
login_sql   = session audit login mitid offered
journal_sql = session audit logbook journal link file
approve_sql = session audit logbook approve link file
# The program course reads back the courses that it adds, and no approvals: link is not its own, whose
# four statements of the chain it uses too.
course_sql  = session audit link file course
office_sql  = session audit logbook office link file offered reference tell
export_sql  = session audit logbook export
import_sql  = session audit import import_page
audit_sql   = verify
# Journals of other installations; beside what is taken in, the codes and names of what everybody may know.
take_sql    = link take
demo_sql    = demo link import person
demo_sql   += demo_research
clock_sql   = clock intake person tell
clock_sql  += access post
login_sql  += access tell
approve_sql += person tell
office_sql += access tell person help
office_sql += people
office_sql += reset note_shared note_office file_office form_office
login_sql += form
demo_sql += demo_note
journal_sql += note file_own
approve_sql += note_shared file_check
export_sql += note_shared
export_sql += people
journal_sql += card card_own
approve_sql += card card_give
office_sql += card
office_sql += handover
export_sql += card
import_sql += card_import
demo_sql += card_import card_demo
journal_sql += time
approve_sql += time
office_sql += time
export_sql += time
journal_sql += absence
approve_sql += absence
demo_sql += demo_time
journal_sql += research research_own decision
course_sql += research research_supervise
approve_sql += research research_assign
office_sql += research research_assign research_office decision decision_office
export_sql += research decision
journal_sql += attest attest_own
approve_sql += attest attest_here
office_sql += attest attest_office attest_tell
export_sql += attest_print package whole
clock_sql += attest_clock attest_tell
demo_sql += attest_demo
demo_sql += demo_course
journal_sql += course_list course_journal
approve_sql += course_list course_approve
office_sql += course_list course_office
export_sql += course_list course_print
evaluate_sql = session audit evaluation evaluation_public
clock_sql += evaluation_clock
demo_sql += evaluation_demo
journal_sql += plan plan_own talk
approve_sql += plan talk talk_lead
export_sql += plan plan_print
clock_sql += talk_clock
demo_sql += demo_talk
approve_sql += overview_here
clock_sql += overview_clock goal_clock
office_sql += overview_office
export_sql += overview_office
send_sql = submission_send logbook link tell attest_print ready employment time export package \
	card course_list decision note_shared research resent
archive_sql = archive logbook attest_print time export package card course_list decision note_shared research whole
verify_sql = session audit proven
journal_sql += submission_own submission_show resent
office_sql += submission_office submission_show
export_sql += submission_package
journal_sql += employment employment_own ready ready_remind
office_sql += employment ready
export_sql += employment
demo_sql += employment demo_employment time demo_package
$(foreach p,$(PROGRAMS) clock send archive,$(eval $(p)_sql += site))
# What a program adds to a chain it reads back (chain.c): the kinds that its statements name, and no others.
kinds_of = $(sort $(shell sed -n 's/^-- chain: *//p' $(patsubst %,schema/queries/%.sql,$($(1)_sql))))
$(foreach p,journal approve course office demo send take,$(eval $(p)_sql += $(foreach k,$(call kinds_of,$(p)),link_$(k))))

objects = $(patsubst %.c,$(B)/%.o,$(wildcard $(1)/*.c))
templates = $(patsubst cgi/%.html,$(B)/gen/%_html.o,$(wildcard $(1)/*.html))
LIBRARY = $(call objects,cgi/base) $(call objects,cgi/web) $(call objects,cgi/data) \
	$(call objects,cgi/logbook) $(call objects,cgi/record) $(call objects,cgi/gate) $(call objects,cgi/pages) \
	$(call templates,cgi/pages) \
	$(patsubst schema/queries/%.sql,$(B)/gen/queries/%.o,$(wildcard schema/queries/*.sql)) $(B)/gen/queries/whole_form.o
LIBS = $(call PKG,--libs libmariadb libsodium json-c) -lfcgi
export_objects = $(call objects,reports) $(call objects,cgi/package)
demo_objects = $(addprefix $(B)/cgi/intake/,store.o store_card.o whole_file.o prepare.o)
audit_objects = $(B)/cgi/intake/prepare.o
take_objects = $(addprefix $(B)/cgi/intake/,prepare.o whole_file.o)
take_libs = $(call PKG,--libs libarchive)
import_objects = $(addprefix $(B)/cgi/intake/,store.o store_card.o whole_file.o) $(B)/gen/import/seeds.o
clock_objects = $(filter-out %/store.o %/store_card.o,$(call objects,cgi/intake)) $(call objects,cgi/post)
clock_libs = $(call PKG,--libs libcurl)
# logbook-send: its own folder is cgi/sender; cgi/send is the way to the authority.
send_objects = $(call objects,cgi/sender) $(filter-out %/whole.o %/whole_data.o %/whole_number.o,$(call objects,cgi/package)) $(call objects,reports) $(B)/cgi/intake/prepare.o
archive_objects = $(filter-out $(addprefix %/,package.o parts.o enclosed.o resent.o paper_employment.o),$(call objects,cgi/package)) $(call objects,reports) $(B)/cgi/intake/prepare.o
archive_libs = $(call PKG,--libs $(REPORT_PKGS)) -lm
send_libs = $(call PKG,--libs libcurl libcrypto $(REPORT_PKGS)) -lm
journal_libs = $(call PKG,--libs libqrencode)
verify_libs = $(call PKG,--libs zlib)
evaluate_objects = $(addprefix $(B)/reports/,cell.o xlsx.o xlsx_cell.o xlsx_file.o xlsx_text.o)
evaluate_libs = $(call PKG,--libs xlsxwriter)
export_libs = $(call PKG,--libs $(REPORT_PKGS)) -lm

# What is said of files that are brought in, and examples of them: carried by the program import.
SEEDS = $(wildcard schema/seed/import/*.md schema/seed/import/*.csv schema/seed/import/*.json)
$(B)/gen/import/seeds.c: $(SEEDS) Makefile
	@mkdir -p $(@D)
	@{ printf '#include "seed.h"\n'; n=0; \
	   for f in $(SEEDS); do printf 'static const unsigned char seed_%d[] = {\n' $$n; \
	       od -An -v -tu1 -w24 $$f | sed 's/ *\([0-9][0-9]*\)/\1,/g'; printf '0 };\n'; n=$$((n + 1)); done; \
	   printf 'const struct seed seeds[] = {\n'; n=0; \
	   for f in $(SEEDS); do printf '\t{ "%s", seed_%d, sizeof seed_%d - 1 },\n' $${f##*/} $$n $$n; n=$$((n + 1)); done; \
	   printf '\t{ 0 },\n};\n'; } > $@

$(B)/liblogbook.a: $(LIBRARY)
	@rm -f $@
	$(Q)ar rcs $@ $^

define program
$(B)/bin/logbook-$(1): $(call objects,cgi/$(1)) $(call templates,cgi/$(1)) $(B)/gen/$(1)_queries.o \
	$($(1)_objects) $(B)/liblogbook.a
	@mkdir -p $$(@D)
	@echo "  LINK $$(@:$(B)/%=%)"
	$$(Q)$$(CC) $$(OPT) $$(LDFLAGS) -o $$@ $$^ $$($(1)_libs) $$(LIBS)
# The statements of the program, for --prepare.
$(B)/gen/$(1)_queries.c: Makefile
	@mkdir -p $$(@D)
	@{ printf '#include "db.h"\n'; \
	   printf 'extern db_queries %s_queries;\n' $($(1)_sql); \
	   printf 'extern const db_queries *const $(1)_files[];\nconst db_queries *const $(1)_files[] = {\n'; \
	   printf '\t&%s_queries,\n' $($(1)_sql); printf '\tNULL,\n};\n'; } > $$@
endef
$(foreach p,$(PROGRAMS) demo audit clock send archive take,$(eval $(call program,$(p))))
$(B)/bin/logbook-keys: $(call objects,cgi/keys) $(B)/liblogbook.a
	@mkdir -p $(@D)
	@echo "  LINK $(@:$(B)/%=%)"
	$(Q)$(CC) $(OPT) $(LDFLAGS) -o $@ $^ $(LIBS)
$(B)/bin/logbook-proof: $(call objects,cgi/proof) $(B)/liblogbook.a
	@mkdir -p $(@D)
	@echo "  LINK $(@:$(B)/%=%)"
	$(Q)$(CC) $(OPT) $(LDFLAGS) -o $@ $^ $(call PKG,--libs libqpdf poppler-glib gdk-pixbuf-2.0) -lmagic
$(B)/bin/logbook-mitid: $(call objects,cgi/mitid) $(B)/liblogbook.a
	@mkdir -p $(@D)
	@echo "  LINK $(@:$(B)/%=%)"
	$(Q)$(CC) $(OPT) $(LDFLAGS) -o $@ $^ $(call PKG,--libs libcurl json-c libsodium) -lcjose
BINARIES = $(addprefix $(B)/bin/logbook-,$(PROGRAMS) $(TOOLS) proof mitid send archive)
all: $(BINARIES) $(B)/static/done

# --- the two compilers and what they make -----------------------------------------------------
TOOLFLAGS = -std=c17 -D_GNU_SOURCE -O1 -g $(WARN) $(if $(SAN),-fsanitize=address$(comma)undefined)
$(B)/pagec: $(wildcard cgi/tools/*.c cgi/tools/*.h)
	@mkdir -p $(@D)
	$(Q)$(HOSTCC) $(TOOLFLAGS) -o $@ $(filter-out cgi/tools/query%,$(filter %.c,$^))
$(B)/queryc: $(wildcard cgi/tools/query*.c cgi/tools/query*.h)
	@mkdir -p $(@D)
	$(Q)$(HOSTCC) $(TOOLFLAGS) -o $@ $(filter %.c,$^)
$(B)/gen/queries/%.h: schema/queries/%.sql $(B)/queryc
	@mkdir -p $(@D)
	$(Q)ASAN_OPTIONS=detect_leaks=0 $(B)/queryc -h $< > $@
$(B)/gen/queries/%.c: schema/queries/%.sql $(B)/queryc
	@mkdir -p $(@D)
	$(Q)ASAN_OPTIONS=detect_leaks=0 $(B)/queryc -c $< > $@
# The columns of rows by themselves, for who reads what they were written into and may not ask.
$(B)/gen/queries/%_form.c: schema/queries/%.sql $(B)/queryc
	@mkdir -p $(@D)
	$(Q)ASAN_OPTIONS=detect_leaks=0 $(B)/queryc -f $< > $@
$(B)/gen/%_html.c: cgi/%.html $(B)/pagec
	@mkdir -p $(@D)
	$(Q)ASAN_OPTIONS=detect_leaks=0 $(B)/pagec $< > $@
SCHEMA_NUMBER = $(shell ls schema/migrations | sed -n 's/^0*\([0-9]*\)_.*/\1/p' | sort -n | tail -1)
$(B)/gen/schema_number.h: $(wildcard schema/migrations/*.sql)
	@mkdir -p $(@D)
	@echo '#define SCHEMA_NUMBER $(SCHEMA_NUMBER)' > $@
GENERATED = $(patsubst schema/queries/%.sql,$(B)/gen/queries/%.h,$(wildcard schema/queries/*.sql)) \
	$(B)/gen/schema_number.h $(B)/gen/style_name.h
.PHONY: gen
gen: $(GENERATED)

# --- the look ---------------------------------------------------------------------------------
node_modules/.done: package.json package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
$(B)/static/done: node_modules/.done $(shell find cgi/static -type f)
	@mkdir -p $(@D)
	cgi/static/build node_modules $(B)/static
	@touch $@
$(B)/gen/style_name.h: $(B)/static/done
	@mkdir -p $(@D)
	cp $(B)/static/style_name.h $@

# --- tests ------------------------------------------------------------------------------------
include tests/tests.mk
-include tests/bench/bench.mk
.PHONY: integration browser fuzz lint bench
# Everything: packages, build with sanitizers, every kind of test; ends "N passed, N failed".
check:
	tests/stack/packages check
	$(MAKE) SAN=1 all unit fuzzers
	B=build/san tests/check
integration browser:
	$(MAKE) SAN=1 all
	B=build/san tests/check $@
# Every parser, for a while each; what is found new stays in build/.
FUZZ_SECONDS ?= 60
fuzz:
	tests/stack/packages check
	$(MAKE) SAN=1 fuzzers
	@for f in build/san/fuzz/fuzz_*; do \
		[ -x $$f ] || continue; n=$${f##*/fuzz_}; mkdir -p build/fuzz/$$n; \
		echo "$$n"; $$f -max_total_time=$(FUZZ_SECONDS) -timeout=10 -print_final_stats=0 -verbosity=0 \
			build/fuzz/$$n tests/fuzz/corpus/$$n || exit 1; done
bench:
	tests/stack/packages bench
	$(MAKE) all bench-programs
	B=$(B) tests/bench/run
# What compilers and checkers find that warnings do not; nothing may be found.
lint:
	tests/stack/packages check
	$(MAKE) gen
	tests/lint

# --- running and cleaning ---------------------------------------------------------------------
# The try-out, on http://127.0.0.1:$(PORT); Ctrl-C stops it and loses nothing.
PORT ?= 8080
run:
	tests/stack/packages run
	$(MAKE) all
	B=$(B) PORT=$(PORT) tests/stack/run
clean:
	rm -rf build
clean-data:
	tests/stack/down var
	rm -rf var
help:
	@sed -n 's/^# make /make /p' Makefile
# make run          try it out on http://127.0.0.1:8080 (PORT= another, LOGBOOK_TODAY=2027-03-01)
# make check        all tests, with sanitizers, against the real servers; installs what is missing
# make              builds the programs into build/bin
# make integration  the tests against the running system alone; make browser likewise
# make fuzz         libFuzzer on every parser, FUZZ_SECONDS each
# make lint         clang-tidy, cppcheck, gcc -fanalyzer
# make bench        all Denmark in a database of its own: speed and memory, as ratios
# make clean        removes build/; make clean-data removes the try-out's data
# make install      into DESTDIR, PREFIX=/usr

# --- install ----------------------------------------------------------------------------------
PREFIX ?= /usr
LIBDIR = $(DESTDIR)$(PREFIX)/lib/logbook
SHARE = $(DESTDIR)$(PREFIX)/share/logbook
install: all
	install -d $(LIBDIR) $(SHARE) $(DESTDIR)/lib/systemd/system $(DESTDIR)/etc/nginx/sites-available
	install $(filter-out %-demo,$(BINARIES)) $(LIBDIR)
	cp -r $(B)/static $(SHARE)/
	cp -r schema $(SHARE)/
	install -m 644 nginx/logbook@.socket nginx/logbook@.service $(DESTDIR)/lib/systemd/system
	install -m 644 nginx/logbook-clock.service nginx/logbook-clock-once.service nginx/logbook-clock.timer nginx/logbook-send.service $(DESTDIR)/lib/systemd/system
	install -m 644 nginx/logbook.conf $(DESTDIR)/etc/nginx/sites-available/logbook
	install -m 644 nginx/fastcgi.conf nginx/apache.conf nginx/logbook@login.service.d-mitid.conf $(SHARE)
.PHONY: install

-include $(shell find $(B) -name '*.d' 2>/dev/null)
