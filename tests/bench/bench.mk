# SPDX-License-Identifier: MPL-2.0
#
# What `make bench` runs of our own making.  Included by the Makefile, whose variables it uses.

.PHONY: bench-programs
BENCH = floor load people sheet floor_pdf package_size
BENCH_SEES = $(call layer,base web data logbook gate gate/proof pages) -Ireports -Itests/unit

$(B)/bench/%.o: tests/bench/%.c | gen
	$(call compile,$(BENCH_SEES) $(call PKG,--cflags $(REPORT_PKGS)))
$(B)/bench/sample_report.o: tests/unit/sample_report.c | gen
	$(call compile,$(BENCH_SEES))
$(B)/bench/reports.a: $(call objects,reports)
	@rm -f $@
	$(Q)ar rcs $@ $^
$(B)/bench/floor_pdf $(B)/bench/package_size: $(B)/bench/sample_report.o
$(addprefix $(B)/bench/,sheet floor_pdf package_size): BENCH_LIBS = $(call PKG,--libs $(REPORT_PKGS)) -lm
$(addprefix $(B)/bench/,sheet floor_pdf package_size): $(B)/bench/reports.a
$(addprefix $(B)/bench/,$(BENCH)): $(B)/bench/%: $(B)/bench/%.o $(B)/liblogbook.a
	@echo "  LINK $(@:$(B)/%=%)"
	$(Q)$(CC) $(OPT) $(LDFLAGS) -o $@ $(filter %.o %reports.a,$^) $(B)/liblogbook.a $(BENCH_LIBS) $(LIBS)

bench-programs: $(addprefix $(B)/bench/,$(BENCH))
