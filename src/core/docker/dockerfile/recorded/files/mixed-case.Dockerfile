From alpine As Base
Run echo mixed
CMD echo "no json"
entrypoint ["sh"]
FROM Base
