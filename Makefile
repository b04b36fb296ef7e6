# Logbog.  `make run` tries it out, `make check` proves it; `make help` lists the rest.
#
# In this order: settings, what is built, how programs are made of objects, the layers, the
# two compilers, the look, tests, running, install.  Another folder for what is built: B=…

B ?= build
SHELL = /bin/bash
.DELETE_ON_ERROR:
.SECONDARY:
.SUFFIXES:
all:

# --- settings ---------------------------------------------------------------------------
CC ?= gcc
WARN = -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wformat=2 -Wswitch-enum \
	-Wconversion -Wvla -Wundef -Wpointer-arith -Wcast-qual -Werror
OPT = -O2 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
ifdef SAN
# ASan and UBSan; a finding ends the program with a report on standard error.
OPT = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
endif
CFLAGS = -std=c17 $(OPT) $(WARN)
CPPFLAGS = -D_GNU_SOURCE $(addprefix -Icgi/,$(SEES)) $(if $(filter data,$(SEES)),-I$(B)/gen/queries)
LDFLAGS = $(if $(SAN),-fsanitize=address$(comma)undefined,-pie -Wl$(comma)-z$(comma)relro$(comma)-z$(comma)now) -Wl,--as-needed
comma = ,

cflags_of = $(shell pkg-config --cflags $(1) 2>/dev/null)
libs_of = $(shell pkg-config --libs $(1) 2>/dev/null)

# --- the layers: who may include whom ---------------------------------------------------
# Headers are included by bare name; a layer sees those below it and no others, so a wrong
# include is "file not found".
$(B)/cgi/base/%.o:    SEES = base
$(B)/cgi/web/%.o:     SEES = base web
$(B)/cgi/data/%.o:    SEES = base data gate/proof
$(B)/cgi/logbook/%.o: SEES = base logbook

include $(wildcard $(B)/*.d $(B)/*/*.d $(B)/*/*/*.d $(B)/*/*/*/*.d)
