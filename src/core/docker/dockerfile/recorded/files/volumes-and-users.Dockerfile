FROM postgres:18
VOLUME ["/var/lib/data", "/with blanks"]
VOLUME /one /two
USER postgres:postgres
WORKDIR relative
WORKDIR /absolute
WORKDIR below
MAINTAINER Somebody <somebody@example.org>
