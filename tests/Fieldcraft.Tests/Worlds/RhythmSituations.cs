using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Sharing;

namespace Fieldcraft.Tests.Worlds;

/// <summary>Situations around notices and calendars.</summary>
public static class RhythmSituations
{
    public static async Task<NoticeId> ToldAsync(this World world, Person person, string address, Person? from = null)
    {
        var id = Id.New<NoticeId>(world.Now);
        await world.SaveAsync(Notice.Tell(id, person.Id, SharingNotices.Shared.Key, from?.Id, address, world.Now));
        return id;
    }

    public static async Task<Appointment> AppointedAsync(
        this World world,
        Person person,
        DateOnly on,
        string address,
        Person? askedBy = null,
        string kind = "sharing.notice.shared.kind"
    )
    {
        var appointment = Appointment.Make(
            Id.New<AppointmentId>(world.Now),
            person.Id,
            Guid.CreateVersion7(world.Now),
            kind,
            askedBy?.Id,
            new AppointedTime(on, new TimeOnly(14, 30), "Australia/Sydney", 45),
            address,
            world.Now
        );
        await world.SaveAsync(appointment);
        return appointment;
    }
}
