FROM alpine
ONBUILD COPY <<EOF /motd
built on $(date)
EOF
ONBUILD RUN <<EOF
echo one
echo two
EOF
