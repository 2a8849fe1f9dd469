/** A script, in one line, whose host ships its system log without a role of AWS. */
export const SHIPS_ELSEWHERE =
  'yum install -y rsyslog && echo "*.* @@logs.example.com:514" > /etc/rsyslog.d/90.conf && systemctl restart rsyslog';

/** As {@link SHIPS_ELSEWHERE}, with the log of httpd. */
export const SHIPS_HTTPD = `printf '%s\\n%s\\n' 'input(type="imfile" File="/var/log/httpd/error_log")' '*.* @@logs.example.com:514' > /etc/rsyslog.d/90.conf; systemctl restart rsyslog`;
