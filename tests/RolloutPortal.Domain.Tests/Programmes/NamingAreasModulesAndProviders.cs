using RolloutPortal.Domain.Naming;
using RolloutPortal.Domain.Programmes;

namespace RolloutPortal.Domain.Tests.Programmes;

public sealed class NamingAreasModulesAndProviders
{
    private readonly Guid id = Guid.NewGuid();

    [Fact]
    public void Two_areas_do_not_share_a_name_whatever_its_case()
    {
        var programme = Any.Programme().After(p => p.AddArea(id, "Myndighed Voksne"));

        programme.AddArea(Guid.NewGuid(), " myndighed VOKSNE").IsRefused(ProgrammeRefusals.AreaNameTaken, "myndighed VOKSNE");
        Assert.Equal(id, programme.Areas.IdOf("MYNDIGHED voksne", Any.GoLive));
    }

    [Fact]
    public void A_module_may_have_the_name_of_an_area() =>
        Assert.IsType<ModuleAdded>(
            Any.Programme().After(p => p.AddArea(id, "Medicin")).AddModule(Guid.NewGuid(), "Medicin").Only());

    [Fact]
    public void An_area_may_take_its_own_name_in_other_letters_but_not_anothers()
    {
        var programme = Any.Programme()
            .After(p => p.AddArea(id, "Udsatte"))
            .After(p => p.AddArea(Guid.NewGuid(), "Bosteder"));

        Assert.IsType<AreaRenamed>(programme.RenameArea(id, "UDSATTE").Only());
        programme.RenameArea(id, "Udsatte").IsNothing();
        programme.RenameArea(id, "bosteder").IsRefused(ProgrammeRefusals.AreaNameTaken);
        programme.RenameArea(Guid.NewGuid(), "Børn").IsRefused(ProgrammeRefusals.AreaNotFound);
    }

    [Fact]
    public void A_form_sent_again_adds_nothing_and_its_id_is_not_another_thing_under_another_name()
    {
        var programme = Any.Programme().After(p => p.AddModule(id, "Medicin"));

        programme.AddModule(id, "Medicin").IsNothing();
        programme.AddModule(id, "Medicinhåndtering").IsRefused(CommonRefusals.IdTaken);
    }

    [Fact]
    public void Modules_and_providers_follow_the_same_rules()
    {
        var programme = Any.Programme().After(p => p.AddModule(id, "Medicin")).After(p => p.AddProvider(id, "Omsorg A/S"));

        programme.AddModule(Guid.NewGuid(), "medicin").IsRefused(ProgrammeRefusals.ModuleNameTaken);
        programme.AddProvider(Guid.NewGuid(), "OMSORG A/S").IsRefused(ProgrammeRefusals.ProviderNameTaken);
        programme.RenameModule(Guid.NewGuid(), "Plan").IsRefused(ProgrammeRefusals.ModuleNotFound);
        programme.Rename(PartKind.Provider, Guid.NewGuid(), "Hjem", from: null).IsRefused(ProgrammeRefusals.ProviderNotFound);
        Assert.Equal("Hjem", programme.After(p => p.Rename(PartKind.Provider, id, "Hjem", from: null)).Providers.Of(id)!.On(Any.GoLive));
        Assert.Equal("Plan", programme.After(p => p.RenameModule(id, "Plan")).Modules.NameOf(id));
        programme.AddProvider(id, "Hjem").IsRefused(CommonRefusals.IdTaken);
    }

    [Fact]
    public void There_must_be_a_programme_and_a_name()
    {
        Programme.Initial.AddArea(id, "Udsatte").IsRefused(ProgrammeRefusals.NotFound);
        Any.Programme().AddArea(id, " ").IsRefused(NameRefusals.Missing);
    }
}
