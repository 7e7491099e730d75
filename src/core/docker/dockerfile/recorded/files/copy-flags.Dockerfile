FROM alpine AS base
FROM base
COPY --from=base --chown=1000:1000 --chmod=u+rwX,go-w --link /etc/os-release /etc/apk/repositories /backup/
COPY --chown=app ["a file with blanks.txt", "another one", "/srv/data/"]
COPY --exclude=*.log --exclude=tmp --parents ./a/./b/*.txt /dst/
