FROM alpine
ARG FILE=archive.tar.gz
ENV BASE=${FILE%.tar.gz} EXT=${FILE#*.} LAST=${FILE##*.} FIRST=${FILE%%.*}
ENV DASHED=${FILE/./-} ALL=${FILE//./-}
ENV HAS=${FILE:+yes} NONE=${NOTHING-unset} EMPTY=${NOTHING:-empty}
WORKDIR /srv/${BASE}
COPY ${FILE} \$FILE ./
USER ${USER:-nobody}
