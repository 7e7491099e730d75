FROM alpine
RUN cat <<FILE1 > file1 && cat <<FILE2 > file2
I am
first
FILE1
I am
second
FILE2
ADD <<EOF <<-X /x/
e
EOF
		x
	X
