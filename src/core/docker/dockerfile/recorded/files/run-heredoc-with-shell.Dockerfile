FROM debian
RUN cat <<A > /a && cat <<-B > /b
first
A
	second
	B
RUN <<EOF bash -ex
echo $BASH_VERSION
EOF
