# Runs systemd as the first process of namespaces of its own, for test/packaging/systemd.test.ts:
#   unshare --fork --pid --mount --uts --ipc --cgroup --mount-proc --propagation private sh own-systemd.sh PROJECT PLACE
# There PROJECT is /opt/busbar, read-only, and PLACE is /srv/busbar. What systemd would write, clear away or start of
# this machine is hidden from it: /etc is an overlay, /run, /tmp and /var are empty folders, and of the machine's units
# the named ones alone are there.
set -e
empty() { mount -t tmpfs -o mode=755 tmpfs "$1"; }

empty /run
mkdir /run/project /run/place /run/units /run/etc /run/etc/over /run/etc/work
mount --bind "$1" /run/project
mount --bind "$2" /run/place
mount -t overlay -o lowerdir=/etc,upperdir=/run/etc/over,workdir=/run/etc/work overlay /etc
for unit in basic.target local-fs.target multi-user.target network.target network-online.target \
  paths.target shutdown.target slices.target sockets.target sysinit.target timers.target umount.target \
  systemd-journald.service systemd-journald.socket systemd-journald-dev-log.socket systemd-journald-audit.socket; do
  cp "/usr/lib/systemd/system/$unit" /run/units
done
# The generators would make units of the machine's /etc/init.d and /etc/fstab.
for folder in /usr/lib/systemd/system /usr/lib/systemd/system-generators /etc/systemd /opt /srv /tmp /var; do
  empty "$folder"
done
cp /run/units/* /usr/lib/systemd/system
mkdir /usr/lib/systemd/system/sysinit.target.wants
ln -s ../systemd-journald.service /usr/lib/systemd/system/sysinit.target.wants
chmod 1777 /tmp
mkdir -p /etc/systemd/system /etc/busbar /run/lock /var/log/journal /var/tmp /opt/busbar /srv/busbar
ln -s /run /var/run
mount --bind /run/project /opt/busbar
mount -o remount,bind,ro /opt/busbar
mount --bind /run/place /srv/busbar

umount -l -R /sys/fs/cgroup
mount -t cgroup2 cgroup2 /sys/fs/cgroup
# Within these namespaces alone: systemd places credentials by a mount that reaches its own from another.
mount --make-rshared /
export container=other
exec /usr/lib/systemd/systemd --system --unit=multi-user.target --show-status=no
