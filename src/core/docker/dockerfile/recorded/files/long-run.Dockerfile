FROM debian:trixie-slim
RUN set -eux; \
	savedAptMark="$(apt-mark showmanual)"; \
	apt-get update; \
	apt-get install -y --no-install-recommends ca-certificates wget; \
	wget -O /tmp/x.tar.xz "https://example.org/${VERSION%%[a-z]*}/x-$VERSION.tar.xz"; \
	echo "abc *x.tar.xz" | sha256sum -c - || true; \
	[ -z "$savedAptMark" ] || apt-mark manual $savedAptMark; \
	find /usr/local -type f -executable -not \( -name '*tk*' \) -exec ldd '{}' ';' \
		| awk '/=>/ { print $(NF-1) }' \
		| sort -u; \
	rm -rf /var/lib/apt/lists/*
