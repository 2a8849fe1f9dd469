import type { Concept } from '../concept.ts';

/** Operating systems: packages that a symptom names, or that typically cause it. Advisories describe no symptoms. */
export const SYSTEMS = {
  kernel: {
    asked: `kernel; linux; soft lockup; hard lockup; conntrack; nf_conntrack; dmesg; call trace; xfs; ext4; nvme timeout; ena driver; hung_task; rcu stall; カーネル`,
  },
  openssl: { asked: `openssl; libssl; libcrypto` },
  curl: { asked: `curl; libcurl` },
  resolver: {
    asked: `name resolution/resolve; temporary failure resolution; resolv conf; nscd; dns; getaddrinfo; 名前解決`,
  },
  glibc: { asked: `glibc; libc; malloc; double free` },
  systemd: { asked: `systemd; systemctl; journald; journalctl; failed start unit` },
  ssh: { asked: `sshd; ssh; openssh` },
  containers: { asked: `docker; containerd; runc; container runtime; oci runtime; コンテナ` },
  ssm: { asked: `ssm agent; amazon-ssm-agent; session manager` },
  python: { asked: `python; python3; pip` },
  sudo: { asked: `sudo` },
  vim: { asked: `vim` },
  git: { asked: `git clone/fetch/push; git` },
  boot: { asked: `grub; boot loader; bootloader; ブート` },
} satisfies Record<string, Concept>;
