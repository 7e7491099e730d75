FROM alpine AS none
HEALTHCHECK NONE
FROM alpine AS shell
HEALTHCHECK --interval=5m --timeout=3s --start-period=1m30s --start-interval=500ms --retries=5 CMD curl -f http://localhost/ || exit 1
FROM alpine
healthcheck cmd ["/bin/check", "--fast"]
